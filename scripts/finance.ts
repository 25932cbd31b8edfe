/** `npm run finance -- export`: a month of revenue as files for a spreadsheet or a warehouse. */
import path from "node:path";
import { runCommandLine } from "./command-line.ts";
import { parseCommand, USAGE } from "./finance/command.ts";
import { exportMonth } from "./finance/export.ts";
import { localOrg, signedInOrg } from "./org-connection.ts";

const root = path.resolve(import.meta.dirname, "..");
await runCommandLine(
  parseCommand(process.argv.slice(2), process.env, root, new Date()),
  USAGE,
  async ({ command: { source, month, folder } }) => {
    const connection =
      source.kind === "org"
        ? await signedInOrg(source.alias)
        : (await localOrg(source.dataFolder)).connection;
    return exportMonth({ connection, month, folder, say: (line) => console.log(line) });
  },
);
