/** `npm run dlq -- list|show|redrive|purge`: the dead letters, and the way back for them. */
import { runCommandLine } from "./command-line.ts";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { parseCommand, USAGE } from "./dlq/command.ts";
import { placeOf } from "./dlq/place.ts";
import { run, type Terminal } from "./dlq/run.ts";

const root = path.resolve(import.meta.dirname, "..");

const terminal: Terminal = {
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
  async ask(question) {
    if (!process.stdin.isTTY) return null;
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    try {
      return await lines.question(question);
    } finally {
      lines.close();
    }
  },
};

await runCommandLine(parseCommand(process.argv.slice(2)), USAGE, async ({ target, action }) =>
  run(action, await placeOf(target, process.env, root), terminal),
);
