/** `npm run deploy -- staging|production`: looks for what is missing, then deploys the Worker. */
import { parseDeployCommand, USAGE } from "./deploy/command.ts";
import { deploy } from "./deploy/deploy.ts";
import { runCommand } from "./deploy/run-command.ts";

const parsed = parseDeployCommand(process.argv.slice(2));
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
      process.exitCode = await deploy(parsed.command, {
        run: runCommand,
        print: (line) => console.log(line),
      });
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    }
}
