/** The command line of `npm run trigger`, parsed once into what local Stripe is asked and where it is found. */
import { parseArgs } from "node:util";
import path from "node:path";

export const USAGE = `Makes Stripe events happen and shows the Salesforce record each becomes.

  npm run trigger -- <event type> [options]

  --count N          this many payments (default 1)
  --duplicate        every event delivered five times at once, and once more later
  --shuffle[=SEED]   deliveries in random order; the same again with the same seed, which is told
  --amount N         in the currency's smallest unit (default 2000)
  --currency CODE    default usd; jpy has no decimals, kwd has three
  --api-version V    the Stripe API version of the events (default: the endpoint's)
  --timeout SECONDS  how long to wait for the records (default 60)
  --data DIR         the data folder of the running stack (default .data)

An unknown event type is answered with the list of those that can be triggered.`;

export interface TriggerCommand {
  readonly body: Readonly<Record<string, string | number | boolean>>;
  readonly timeoutMs: number;
  readonly dataFolder: string;
}

export type ParsedCommand =
  | { readonly kind: "command"; readonly command: TriggerCommand }
  | { readonly kind: "help" }
  | { readonly kind: "refused"; readonly message: string };

/** How often `--duplicate` delivers each event at once. */
const COPIES = 5;

export function parseCommand(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  root: string,
): ParsedCommand {
  try {
    const { values, positionals } = parseArgs({
      // `--shuffle` alone is as good as `--shuffle=SEED`.
      args: argv.map((argument) => (argument === "--shuffle" ? "--shuffle=" : argument)),
      allowPositionals: true,
      options: {
        count: { type: "string" },
        duplicate: { type: "boolean" },
        shuffle: { type: "string" },
        amount: { type: "string" },
        currency: { type: "string" },
        "api-version": { type: "string" },
        timeout: { type: "string" },
        data: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help === true) return { kind: "help" };
    const [type, ...others] = positionals;
    if (type === undefined) return { kind: "refused", message: "Which event type?" };
    if (others.length > 0)
      return {
        kind: "refused",
        message: `One event type at a time, not ${positionals.join(" and ")}.`,
      };
    return {
      kind: "command",
      command: {
        body: {
          type,
          ...counted(values.count),
          ...number("amount", values.amount),
          ...(values.duplicate === true ? { duplicate: COPIES } : {}),
          ...(values.shuffle === undefined
            ? {}
            : { shuffle: values.shuffle === "" ? drawnSeed() : whole("shuffle", values.shuffle) }),
          ...(values.currency === undefined ? {} : { currency: values.currency }),
          ...(values["api-version"] === undefined ? {} : { apiVersion: values["api-version"] }),
        },
        timeoutMs: (values.timeout === undefined ? 60 : whole("timeout", values.timeout)) * 1000,
        dataFolder: path.resolve(root, values.data ?? environment["STACK_DATA"] ?? ".data"),
      },
    };
  } catch (error) {
    return { kind: "refused", message: error instanceof Error ? error.message : String(error) };
  }
}

const LARGEST_SEED = 2 ** 31;

function drawnSeed(): number {
  return Math.floor(Math.random() * LARGEST_SEED);
}

function number(name: string, text: string | undefined): Record<string, number> {
  return text === undefined ? {} : { [name]: whole(name, text) };
}

/** As many as local Stripe makes of one request. */
const MOST_AT_ONCE = 100_000;

function counted(text: string | undefined): Record<string, number> {
  const given = number("count", text);
  if (given["count"] !== undefined && (given["count"] < 1 || given["count"] > MOST_AT_ONCE))
    throw new Error(`--count takes 1 to ${MOST_AT_ONCE}, not ${given["count"]}.`);
  return given;
}

function whole(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} takes a whole number, not "${text}".`);
  return Number(text);
}
