/** `npm run dlq -- list|show|redrive|purge`: the dead letters, and the way back for them. */
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

const parsed = parseCommand(process.argv.slice(2));
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
      const place = await placeOf(parsed.target, process.env, root);
      process.exitCode = await run(parsed.action, place, terminal);
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    }
}
