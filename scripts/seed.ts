/** `npm run seed`: sample data for the local stack, or for an org sf is signed in to. */
import { runCommandLine } from "./command-line.ts";
import path from "node:path";
import { parseCommand, USAGE } from "./seed/command.ts";
import { placeOf } from "./seed/place.ts";
import { runHistory } from "./seed/history.ts";
import { run } from "./seed/run.ts";

const root = path.resolve(import.meta.dirname, "..");
await runCommandLine(
  parseCommand(process.argv.slice(2), process.env, root),
  USAGE,
  async ({ command }) => {
    const place = await placeOf(command.target);
    const print = (line: string): void => console.log(line);
    return command.historyMonths === null
      ? run(place, command.timeoutMs, print)
      : runHistory(place, command.historyMonths, command.timeoutMs, print);
  },
);
