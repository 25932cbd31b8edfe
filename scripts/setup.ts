/** `npm run setup -- scratch|sandbox --org ALIAS`: brings a Salesforce org to where it can work with the relay. */
import path from "node:path";
import { buildComponents } from "./build/components.ts";
import { runCommandLine } from "./command-line.ts";
import { runCommand } from "./deploy/run-command.ts";
import { parseSetupCommand, USAGE } from "./setup/command.ts";
import { accountOf } from "./setup/stripe-account.ts";
import { setUp } from "./setup/setup.ts";

await runCommandLine(
  parseSetupCommand(process.argv.slice(2), process.env),
  USAGE,
  async ({ command }) => {
    // What deploys of the components is compiled, and not in git.
    const { problems } = await buildComponents(path.resolve(import.meta.dirname, ".."));
    if (problems.length > 0) {
      console.error(problems.join("\n"));
      return 1;
    }
    await setUp(command, { run: runCommand, print: (line) => console.log(line), accountOf });
    return 0;
  },
);
