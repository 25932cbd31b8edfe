/** `npm run reconcile`: what Salesforce and Stripe do not agree on, told or mended. */
import path from "node:path";
import { runCommandLine } from "./command-line.ts";
import { localOrg, signedInOrg } from "./org-connection.ts";
import { parseCommand, USAGE } from "./reconcile/command.ts";
import { afterImport } from "./reconcile/next-step.ts";
import { begin, resume } from "./reconcile/runs.ts";
import { watch } from "./reconcile/watch.ts";

const LOCAL_MS = 250;
const REMOTE_MS = 5000;

const root = path.resolve(import.meta.dirname, "..");
await runCommandLine(
  parseCommand(process.argv.slice(2), process.env, root),
  USAGE,
  async ({ command: { source, run } }) => {
    const isLocal = source.kind === "local";
    const connection = isLocal
      ? (await localOrg(source.dataFolder)).connection
      : await signedInOrg(source.alias);
    const runId =
      run.kind === "resume"
        ? await resume(connection, run.name)
        : // Nothing is on its way for long on one machine; a second's objects are listed when the second is over.
          await begin(connection, {
            ...run,
            to: run.to ?? (isLocal ? new Date(Date.now() + 1000) : undefined),
          });
    const exitCode = await watch({
      connection,
      runId,
      every: isLocal ? LOCAL_MS : REMOTE_MS,
      say: (line) => console.log(line),
    });
    const next = run.kind === "Import" ? await afterImport(connection) : null;
    if (next !== null) console.log(next);
    return exitCode;
  },
);
