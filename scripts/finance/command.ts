/** The command line of `npm run finance`, parsed once. */
import { parseArgs } from "node:util";
import path from "node:path";
import { parseMonth, type Month } from "./month.ts";

export const USAGE = `Writes a month of revenue as CSV files: UTF-8, amounts in the currency named beside them, times in UTC.

  npm run finance -- export --month 2026-03

  --month YYYY-MM   the month; without it, the last one that is over
  --out DIR         where the files go (default finance-YYYY-MM)
  --org ALIAS       an org sf is signed in to, instead of the running local stack
  --data DIR        the data folder of the running local stack (default .data)
  -h, --help

Exit code 1 says that the files do not agree with each other, or that the month is not closed.`;

export interface FinanceCommand {
  readonly source:
    | { readonly kind: "local"; readonly dataFolder: string }
    | { readonly kind: "org"; readonly alias: string };
  readonly month: Month;
  readonly folder: string;
}

export type ParsedCommand =
  | { readonly kind: "command"; readonly command: FinanceCommand }
  | { readonly kind: "help" }
  | { readonly kind: "refused"; readonly message: string };

export function parseCommand(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  root: string,
  now: Date,
): ParsedCommand {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        month: { type: "string" },
        out: { type: "string" },
        org: { type: "string" },
        data: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (values.help === true) return { kind: "help" };
  if (positionals.length !== 1 || positionals[0] !== "export")
    return refused("There is one thing to do: npm run finance -- export.");
  if (values.org !== undefined && values.data !== undefined)
    return refused("--data is of the local stack, --org is another.");
  const lastMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1));
  const text = values.month ?? lastMonth.toISOString().slice(0, 7);
  const month = parseMonth(text);
  if (month === undefined) return refused(`--month takes a month as 2026-03, not "${text}".`);
  return {
    kind: "command",
    command: {
      source:
        values.org === undefined
          ? {
              kind: "local",
              dataFolder: path.resolve(root, values.data ?? environment["STACK_DATA"] ?? ".data"),
            }
          : { kind: "org", alias: values.org },
      month,
      folder: path.resolve(values.out ?? `finance-${month.name}`),
    },
  };
}

function refused(message: string): ParsedCommand {
  return { kind: "refused", message };
}
