import { parseArgs } from "node:util";

export const USAGE = `npm run test:changed -- [--since REF] [--seconds N]

Runs the tests that the working tree's change reaches: the components' tests, the Apex tests when Apex or metadata changed,
unit tests by what they import and read, nearest first, and those of the whole (end to end, in a customer's org, the page),
those first that speak most of what changed: as many as the time is enough for by how long each took when it last ran.
What is reached and not run is told with the command that runs it.

  --since REF    count what was committed since REF too, such as main
  --seconds N    how long it may all take, the last test included (70)
  --help         this text`;

export type ChangedCommand =
  | { readonly kind: "command"; readonly since: string | undefined; readonly seconds: number }
  | { readonly kind: "help" }
  | { readonly kind: "refused"; readonly message: string };

export function parseChangedCommand(arguments_: readonly string[]): ChangedCommand {
  try {
    const { values } = parseArgs({
      args: [...arguments_],
      options: {
        since: { type: "string" },
        seconds: { type: "string", default: "70" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help === true) return { kind: "help" };
    const seconds = Number(values.seconds);
    if (!(seconds > 0))
      return { kind: "refused", message: `--seconds is a number above 0, not ${values.seconds}.` };
    return { kind: "command", since: values.since, seconds };
  } catch (error) {
    return { kind: "refused", message: error instanceof Error ? error.message : String(error) };
  }
}
