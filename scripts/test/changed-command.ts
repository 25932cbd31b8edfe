import { parseArgs } from "node:util";

export const USAGE = `npm run test:changed -- [--since REF] [--seconds N]

Runs the tests that the working tree's change reaches: unit tests by what they import, nearest first, the components'
tests, and the Apex tests when Apex or metadata changed. End-to-end tests are named, not run.

  --since REF    count what was committed since REF too, such as main
  --seconds N    begin no further tests after so long (60)
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
        seconds: { type: "string", default: "60" },
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
