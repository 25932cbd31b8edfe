/** The Lightning pages of any SFDX project over a local org of its own: its record pages, layouts, lists and components, as they deploy. */
import { randomBytes } from "node:crypto";
import path from "node:path";
import { parseArgs } from "node:util";
import { CACHE_FOLDER } from "../../local/org/src/cache-folder.ts";
import { projectFiles } from "../../local/org/src/schema/project.ts";
import { OrgRefused, startLocalOrg } from "../../local/org/src/serve/local-org.ts";
import { startPage } from "../../local/page/start-page.ts";

const HOST = "127.0.0.1";
const PAGE_PORT = 8786;
const ADMINISTRATOR = "System Administrator";

export const SERVE_PAGE_USAGE = `org serve --page [options]: the org, and the project's Lightning pages over it

  --project DIR     the SFDX project (default: this folder)
  --page-port N     default ${PAGE_PORT}
  --port N          of the org (default: any that is free)
  --data DIR        keep records here (default: in memory)
  --permission-set NAME   look as somebody who has this permission set and no more; may be repeated
                    (default: as an administrator who has all of the project's)
`;

/** @returns the exit code: 2 for options that are none, 1 for a project that cannot be served */
export async function servePage(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      page: { type: "boolean" },
      project: { type: "string" },
      "page-port": { type: "string" },
      port: { type: "string" },
      data: { type: "string" },
      "permission-set": { type: "string", multiple: true },
    },
  });
  const project = path.resolve(values.project ?? ".");
  const pagePort = portOf(values["page-port"], PAGE_PORT);
  const orgPort = portOf(values.port, 0);
  if (pagePort === null || orgPort === null) {
    console.error("--page-port and --port take a number up to 65535.");
    return 2;
  }
  const cache = path.join(import.meta.dirname, "../../node_modules/.cache");
  const client = { clientId: "local-admin", clientSecret: randomBytes(16).toString("hex") };
  const chosen = values["permission-set"];
  const user =
    chosen === undefined
      ? { alias: "admin", permissionSets: permissionSetsOf(project), profile: ADMINISTRATOR }
      : { alias: "admin", permissionSets: chosen };
  try {
    const org = await startLocalOrg({
      paths: [project],
      cacheFolder: CACHE_FOLDER,
      host: HOST,
      port: orgPort,
      ...(values.data === undefined ? {} : { dataFolder: path.resolve(values.data) }),
      isWatched: true,
      clients: [{ ...client, user }],
      log: (line) => console.error(line),
    });
    const page = await startPage({
      projectFolder: project,
      // What was built of another project is another page.
      cacheFolder: path.join(cache, "local-page", encodeURIComponent(project)),
      host: HOST,
      port: pagePort,
      orgUrl: org.url,
      people: [{ key: "admin", label: "Administrator", ...client }],
      log: (line) => console.error(line),
    });
    console.log(`The page is at ${page.url}, the org at ${org.url}.`);
    await new Promise<void>((resolve) => {
      process.once("SIGINT", () => resolve());
      process.once("SIGTERM", () => resolve());
    });
    await page.stop();
    await org.stop();
    return 0;
  } catch (error) {
    if (!(error instanceof OrgRefused)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** Administrators too have fields and tabs of a project only by its permission sets. */
function permissionSetsOf(project: string): readonly string[] {
  const ending = ".permissionset-meta.xml";
  return projectFiles([project])
    .files.filter((file) => file.endsWith(ending))
    .map((file) => path.basename(file, ending));
}

function portOf(given: string | undefined, usual: number): number | null {
  if (given === undefined) return usual;
  const port = Number(given);
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : null;
}
