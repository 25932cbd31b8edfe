/** `npm start`: the whole product on this machine, until Ctrl-C. */
import { enableCompileCache } from "node:module";
import path from "node:path";
import { MODULE_CACHE } from "../local/org/src/serve/module-cache.ts";
import { makeUnclaimed } from "../local/stack/folder-claim.ts";
import { assertPortsFree } from "../local/stack/ports-free.ts";
import { readSettings, SETTINGS_HELP, type StackSettings } from "../local/stack/settings.ts";

const USAGE = `Starts everything on this machine: the Worker, a Salesforce org, Stripe and AWS, all local.

  npm start [-- options]

${SETTINGS_HELP}
  --help

Data is kept in the data folder between runs; delete it to begin with empty records.`;

const root = path.resolve(import.meta.dirname, "..");
const read = readSettings(process.argv.slice(2), process.env, root);
if (read.kind === "help") {
  console.log(USAGE);
} else if (read.kind === "refused") {
  console.error(`${read.message}\n\n${USAGE}`);
  process.exitCode = 2;
} else if (await hasItsPlace(read.settings)) {
  // Not before: all the parts together take seconds to load, fewer once Node has kept them compiled.
  enableCompileCache(MODULE_CACHE);
  const { run } = await import("./start/run.ts");
  await run(read.settings);
} else {
  process.exitCode = 1;
}

async function hasItsPlace({ host, ports, dataFolder }: StackSettings): Promise<boolean> {
  try {
    await makeUnclaimed(dataFolder);
    await assertPortsFree(host, ports);
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return false;
  }
}
