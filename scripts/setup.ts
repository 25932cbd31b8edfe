/** `npm run setup -- scratch|sandbox|account|remove --org ALIAS`: brings a Salesforce org to where it can work with the relay, and back. */
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { buildComponents } from "./build/components.ts";
import { runCommandLine } from "./command-line.ts";
import { runCommand } from "./deploy/run-command.ts";
import { parseSetupCommand, USAGE } from "./setup/command.ts";
import { writeInventory } from "./setup/inventory.ts";
import { addAccount } from "./setup/further-account.ts";
import { remove } from "./setup/remove.ts";
import { accountOf } from "./setup/stripe-account.ts";
import { setUp } from "./setup/setup.ts";

const root = path.resolve(import.meta.dirname, "..");

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    // At the end of the input nobody answers any more.
    const closed = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
    return await Promise.race([terminal.question(question), closed]);
  } finally {
    terminal.close();
  }
}

await runCommandLine(
  parseSetupCommand(process.argv.slice(2), process.env),
  USAGE,
  async ({ command }) => {
    const print = (line: string): void => console.log(line);
    if (command.kind === "account") {
      await addAccount(command, root, { run: runCommand, print, accountOf });
      return 0;
    }
    // What deploys of the components is compiled, and not in git.
    const { problems } = await buildComponents(root);
    if (problems.length > 0) {
      console.error(problems.join("\n"));
      return 1;
    }
    await writeInventory(root);
    if (command.kind === "remove") await remove(command, root, { run: runCommand, print, ask });
    else await setUp(command, { run: runCommand, print, accountOf });
    return 0;
  },
);
