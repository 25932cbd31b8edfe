/** The command line of `npm run reconcile`, parsed once. */
import { parseArgs } from "node:util";
import path from "node:path";

/** As Stripe's paths have them; the order in which a run takes them. */
export const TYPES = [
  "products",
  "prices",
  "coupons",
  "customers",
  "subscriptions",
  "invoices",
  "payment_intents",
  "charges",
  "invoice_payments",
  "refunds",
  "disputes",
  "credit_notes",
  "payouts",
] as const;

export const USAGE = `Compares Salesforce with Stripe, or mends what differs, or imports what Stripe has, by a sync run in Salesforce.

  npm run reconcile -- --dry
  npm run reconcile -- --dry --types subscriptions,invoices --from 2026-01-01
  npm run reconcile -- --repair --types invoices
  npm run reconcile -- --import

  --dry             only tell what differs (the default)
  --repair          mend what differs; what is mended is told as well
  --import          the first import: as --repair, without a row for each record it makes
  --live            only what is still alive: subscriptions that have not ended, open invoices, payments of three days
  --types LIST      ${TYPES.join(", ")};
                    without it, all
  --from DATE       objects Stripe created then or later: 2026-01-01 or 2026-01-01T12:00:00Z
  --to DATE         and before then (default: 15 minutes ago, because younger events may be on their way;
                    on the local stack: now)
  --account acct_…  a further account the org works with (default: its own), …
  --mode live|test  … in this mode (default: test)
  --resume RUN      go on with a run that paused, and watch it: SR-000012
  --org ALIAS       an org sf is signed in to, instead of the running local stack
  --data DIR        the data folder of the running local stack (default .data)
  -h, --help

Ctrl-C ends the watching, not the run. Exit code 0: nothing differs, or all of it was mended; 1: something differs, or the
run did not come to its end.`;

export type Source =
  | { readonly kind: "local"; readonly dataFolder: string }
  | { readonly kind: "org"; readonly alias: string };

export interface NewRun {
  readonly kind: "Import" | "Range" | "Live";
  readonly isDry: boolean;
  readonly types: readonly string[];
  readonly from: Date | undefined;
  readonly to: Date | undefined;
  /** Without it the org's own, in the mode of its key. */
  readonly account?: { readonly id: string; readonly livemode: boolean };
}

export interface ReconcileCommand {
  readonly source: Source;
  readonly run: NewRun | { readonly kind: "resume"; readonly name: string };
}

export type ParsedCommand =
  | { readonly kind: "command"; readonly command: ReconcileCommand }
  | { readonly kind: "help" }
  | { readonly kind: "refused"; readonly message: string };

const OPTIONS = {
  dry: { type: "boolean" },
  repair: { type: "boolean" },
  import: { type: "boolean" },
  live: { type: "boolean" },
  types: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  account: { type: "string" },
  mode: { type: "string" },
  resume: { type: "string" },
  org: { type: "string" },
  data: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

export function parseCommand(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  root: string,
): ParsedCommand {
  let values;
  try {
    ({ values } = parseArgs({ args: [...argv], options: OPTIONS }));
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
  if (values.help === true) return { kind: "help" };
  if (values.org !== undefined && values.data !== undefined)
    return refused("--data is of the local stack, --org is another.");
  const run = parseRun(values);
  if ("message" in run) return run;
  const source: Source =
    values.org === undefined
      ? {
          kind: "local",
          dataFolder: path.resolve(root, values.data ?? environment["STACK_DATA"] ?? ".data"),
        }
      : { kind: "org", alias: values.org };
  return { kind: "command", command: { source, run } };
}

type Values = {
  readonly [Name in keyof typeof OPTIONS]?:
    ((typeof OPTIONS)[Name]["type"] extends "boolean" ? boolean : string) | undefined;
};

function parseRun(
  values: Values,
): ReconcileCommand["run"] | Extract<ParsedCommand, { readonly kind: "refused" }> {
  const ways = [values.dry, values.repair, values.import].filter((way) => way === true);
  if (ways.length > 1) return refused("--dry, --repair and --import are three ways: choose one.");
  if (values.resume !== undefined)
    return ways.length > 0 ||
      values.types !== undefined ||
      values.live === true ||
      values.account !== undefined
      ? refused("--resume goes on with a run as it was begun.")
      : { kind: "resume", name: values.resume };
  if (values.import === true && values.live === true)
    return refused("--import is about everything, --live about what is alive.");
  if (values.account !== undefined && !/^acct_\w{1,35}$/.test(values.account))
    return refused(`"${values.account}" is no Stripe account (acct_…).`);
  if (values.mode !== undefined && values.account === undefined)
    return refused("--mode belongs to --account.");
  if (values.mode !== undefined && values.mode !== "live" && values.mode !== "test")
    return refused("--mode is live or test.");
  const types = (values.types ?? "").split(",").filter((name) => name !== "");
  const unknown = types.filter((name) => !TYPES.some((known) => known === name));
  if (unknown.length > 0)
    return refused(`No such types: ${unknown.join(", ")}. Choose among ${TYPES.join(", ")}.`);
  const from = parseMoment(values.from);
  const to = parseMoment(values.to);
  if (from === null || to === null)
    return refused("--from and --to take a day as 2026-01-01, or a time as 2026-01-01T12:00:00Z.");
  if (from !== undefined && to !== undefined && from >= to)
    return refused("--from has to be before --to.");
  return {
    kind: values.import === true ? "Import" : values.live === true ? "Live" : "Range",
    isDry: values.repair !== true && values.import !== true,
    types,
    from,
    to,
    ...(values.account === undefined
      ? {}
      : { account: { id: values.account, livemode: values.mode === "live" } }),
  };
}

/** Null for what is no moment. */
function parseMoment(text: string | undefined): Date | null | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?Z)?$/.test(text)) return null;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

function refused(message: string): Extract<ParsedCommand, { readonly kind: "refused" }> {
  return { kind: "refused", message };
}
