/** Where the local stack listens and keeps its data: flags win over environment variables, which win over the defaults. */
import { parseArgs } from "node:util";
import path from "node:path";
import type { EngineThreads } from "../org/src/serve/engine-threads.ts";

export const PARTS = ["page", "worker", "org", "stripe", "sqs", "dynamodb", "secrets"] as const;
export type Part = (typeof PARTS)[number];

export interface StackSettings {
  readonly host: string;
  readonly ports: Readonly<Record<Part, number>>;
  readonly dataFolder: string;
  /** Starts the org as a copy of the one whose records are in the folder: under another org id. */
  readonly isOrgCopy?: boolean;
  /** Whether edits of the project's Apex take effect while it runs. */
  readonly isWatched?: boolean;
  /** The Worker's variables that differ from a laptop's: a load or failure test's. */
  readonly workerVariables?: Readonly<Record<string, string>>;
  /** Stripe accounts, or modes, beside the one every stack has: a test's. */
  readonly furtherAccounts?: readonly StackAccount[];
  /** Where the org's engine runs, when many stacks come and go in one process: those of tests. */
  readonly engineThreads?: EngineThreads;
  /** The Worker's entry module, where it is not that of `wrangler.toml`: a failure test's. */
  readonly workerMain?: string;
}

/** A Stripe account in one of its modes, beside the one every stack has. */
export interface StackAccount {
  /** `acct_…`; that of the first for its live mode. */
  readonly id: string;
  readonly mode: "live" | "test";
  /** What signs its events: `whsec_…`. */
  readonly webhookSecret: string;
  /** Its key, and the external credential of the org that has it; or the account whose key reaches it. */
  readonly reachedBy:
    { readonly key: string; readonly credential: string } | { readonly platform: string };
}

export const DEFAULT_PORTS: Readonly<Record<Part, number>> = {
  page: 8786,
  worker: 8787,
  org: 8788,
  stripe: 8789,
  sqs: 8790,
  dynamodb: 8791,
  secrets: 8792,
};

const HOST = "127.0.0.1";
const DEFAULT_DATA_FOLDER = ".data";

export type SettingsResult =
  | { readonly kind: "settings"; readonly settings: StackSettings }
  | { readonly kind: "help" }
  | { readonly kind: "refused"; readonly message: string };

export const SETTINGS_HELP = [
  ...PARTS.map(
    (part) => `  --${part}-port N   or ${portVariable(part)}=N   (default ${DEFAULT_PORTS[part]})`,
  ),
  `  --data DIR       or STACK_DATA=DIR   (default ${DEFAULT_DATA_FOLDER})`,
  "  --org-copy       the org starts as a sandbox does: with the records of the data folder, under another org id",
].join("\n");

export function readSettings(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  root: string,
): SettingsResult {
  let values: Record<string, string | boolean | undefined>;
  try {
    values = parseArgs({
      args: [...argv],
      options: {
        help: { type: "boolean", short: "h" },
        data: { type: "string" },
        "org-copy": { type: "boolean" },
        ...Object.fromEntries(PARTS.map((part) => [`${part}-port`, { type: "string" as const }])),
      },
    }).values;
  } catch (error) {
    return { kind: "refused", message: error instanceof Error ? error.message : String(error) };
  }
  if (values["help"] === true) return { kind: "help" };

  const ports: Record<Part, number> = { ...DEFAULT_PORTS };
  for (const part of PARTS) {
    const given = values[`${part}-port`] ?? environment[portVariable(part)];
    if (given === undefined) continue;
    const port = Number(given);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      return {
        kind: "refused",
        message: `The ${part} port must be a number from 1 to 65535, not "${String(given)}".`,
      };
    }
    ports[part] = port;
  }
  const twice = PARTS.find(
    (part, index) => PARTS.findIndex((other) => ports[other] === ports[part]) !== index,
  );
  if (twice !== undefined) {
    return {
      kind: "refused",
      message: `Port ${ports[twice]} is given to two parts; each needs its own.`,
    };
  }
  const data = values["data"] ?? environment["STACK_DATA"] ?? DEFAULT_DATA_FOLDER;
  return {
    kind: "settings",
    settings: {
      host: HOST,
      ports,
      dataFolder: path.resolve(root, String(data)),
      ...(values["org-copy"] === true ? { isOrgCopy: true } : {}),
    },
  };
}

function portVariable(part: Part): string {
  return `${part.toUpperCase()}_PORT`;
}
