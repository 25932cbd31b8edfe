/** `npm run setup -- scratch|sandbox --org ALIAS`: brings a Salesforce org to where it can work with the relay. */
import { runCommand } from "./deploy/run-command.ts";
import { parseSetupCommand, USAGE } from "./setup/command.ts";
import { setUp } from "./setup/setup.ts";

const parsed = parseSetupCommand(process.argv.slice(2), process.env);
switch (parsed.kind) {
  case "help":
    console.log(USAGE);
    break;
  case "refused":
    console.error(`${parsed.message}\n\n${USAGE}`);
    process.exitCode = 2;
    break;
  case "command":
    try {
      await setUp(parsed.command, { run: runCommand, print: (line) => console.log(line) });
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    }
}
