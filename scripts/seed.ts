/** `npm run seed`: sample data for the local stack, or for an org sf is signed in to. */
import path from "node:path";
import { parseCommand, USAGE } from "./seed/command.ts";
import { placeOf } from "./seed/place.ts";
import { run } from "./seed/run.ts";

const root = path.resolve(import.meta.dirname, "..");
const parsed = parseCommand(process.argv.slice(2), process.env, root);
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
      const place = await placeOf(parsed.command.target);
      process.exitCode = await run(place, parsed.command.timeoutMs, (line) => console.log(line));
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    }
}
