/** `npm run org`: the local org's command; `serve --page` adds the project's Lightning pages, which are no part of that package. */
import { servePage, SERVE_PAGE_USAGE } from "./org/serve-page.ts";

const argv = process.argv.slice(2);
if (argv[0] !== "serve") await import("../local/org/bin/org.ts");
else if (argv.includes("--page")) process.exitCode = await servePage(argv.slice(1));
else {
  if (argv.includes("--help")) console.log(SERVE_PAGE_USAGE);
  await import("../local/org/bin/org.ts");
}
