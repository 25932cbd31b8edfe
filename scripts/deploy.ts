/** `npm run deploy -- staging|production`: looks for what is missing, then deploys the Worker. */
import { runCommandLine } from "./command-line.ts";
import { parseDeployCommand, USAGE } from "./deploy/command.ts";
import { deploy } from "./deploy/deploy.ts";
import { runCommand } from "./deploy/run-command.ts";

await runCommandLine(parseDeployCommand(process.argv.slice(2)), USAGE, ({ command }) =>
  deploy(command, { run: runCommand, print: (line) => console.log(line) }),
);
