/** The command line of `npm run seed`, parsed once. */
import { parseArgs } from "node:util";
import path from "node:path";

export const USAGE = `Fills an org with sample data: twelve customers whose subscriptions are in every state, made through the product
itself, with Stripe's test clocks. What is there already stays as it is.

  npm run seed                        the running local stack
  npm run seed -- --org ALIAS         an org sf is signed in to, and the Stripe sandbox its key is for
                                      (STRIPE_API_KEY=sk_test_… or rk_test_… of that sandbox)

  --history N      a business of twelve customers with N months of history instead, for an empty local stack: every event a
                   real one on test clocks, the books closed at the end of each month; the same each time
  --data DIR       the data folder of the running local stack (default .data)
  --api URL        with --org: another Stripe than api.stripe.com
  --timeout N      seconds to wait for each step to arrive in Salesforce (default 60; with --org 600)
  -h, --help`;

export type Target =
  | { readonly kind: "local"; readonly dataFolder: string }
  | {
      readonly kind: "org";
      readonly alias: string;
      readonly stripeKey: string;
      /** Null is api.stripe.com. */
      readonly api: URL | null;
    };

export interface SeedCommand {
  readonly target: Target;
  readonly timeoutMs: number;
  /** Months of history to make; null for the sample customers. */
  readonly historyMonths: number | null;
}

export type ParsedCommand =
  | { readonly kind: "command"; readonly command: SeedCommand }
  | { readonly kind: "help" }
  | { readonly kind: "refused"; readonly message: string };

const MOST_MONTHS = 60;

/** In an org the bulk lane may take minutes. */
const TIMEOUT_SECONDS = { local: 60, org: 600 } as const;

export function parseCommand(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  root: string,
): ParsedCommand {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        org: { type: "string" },
        data: { type: "string" },
        api: { type: "string" },
        timeout: { type: "string" },
        history: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    }));
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
  if (values.help === true) return { kind: "help" };
  const seconds = Number(
    values.timeout ?? TIMEOUT_SECONDS[values.org === undefined ? "local" : "org"],
  );
  if (!Number.isInteger(seconds) || seconds < 1)
    return refused(`--timeout takes a whole number of seconds, not "${values.timeout ?? ""}".`);
  const timeoutMs = seconds * 1000;
  const historyMonths = values.history === undefined ? null : Number(values.history);
  if (
    historyMonths !== null &&
    !(Number.isInteger(historyMonths) && historyMonths >= 1 && historyMonths <= MOST_MONTHS)
  )
    return refused(`--history takes 1 to ${MOST_MONTHS} months, not "${values.history ?? ""}".`);
  if (historyMonths !== null && values.org !== undefined)
    return refused("--history closes the books of the local stack; --org is another.");
  if (values.org === undefined) {
    if (values.api !== undefined) return refused("--api goes with --org.");
    const dataFolder = path.resolve(root, values.data ?? environment["STACK_DATA"] ?? ".data");
    return {
      kind: "command",
      command: { target: { kind: "local", dataFolder }, timeoutMs, historyMonths },
    };
  }
  if (values.data !== undefined) return refused("--data is of the local stack, --org is another.");
  const stripeKey = environment["STRIPE_API_KEY"] ?? "";
  // Sample data has no business in an account that charges people.
  if (!/^(sk|rk)_test_/.test(stripeKey))
    return refused("STRIPE_API_KEY is to be the key of a sandbox: sk_test_… or rk_test_….");
  if (values.api !== undefined && !URL.canParse(values.api))
    return refused(`"${values.api}" is not a URL.`);
  const api = values.api === undefined ? null : new URL(values.api);
  return {
    kind: "command",
    command: {
      target: { kind: "org", alias: values.org, stripeKey, api },
      timeoutMs,
      historyMonths,
    },
  };
}

function refused(message: string): ParsedCommand {
  return { kind: "refused", message };
}
