/** The command line of `npm run dlq`, parsed once. */
import { parseArgs } from "node:util";
import { ENVIRONMENTS, type Environment } from "../deploy/command.ts";

export const USAGE = `Looks into the dead letter queue and takes events back from it.

  npm run dlq -- list                    every dead letter: event, type, reason, when, and where the event stands now
  npm run dlq -- show <event id>         one of them whole, with its payload and history
  npm run dlq -- redrive <event id>...   hands events back to the Worker, which publishes each once
  npm run dlq -- redrive --all
  npm run dlq -- redrive --reason CODE   those refused with this code
  npm run dlq -- purge                   deletes every dead letter

  --wait SECONDS   redrive says what became of the events, if it is known by then (default 10)
  --yes            purge without asking
  --data DIR       the data folder of the running local stack (default .data)
  --env NAME       look at AWS, where wrangler.toml says that staging or production keeps its queue
  --aws            look at AWS, where AWS_REGION, SECRETS_PREFIX and DEAD_LETTER_QUEUE_URL say
                   Both need AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN, if any).
  --queue-url URL  instead of DEAD_LETTER_QUEUE_URL
  --worker-url URL the Worker to redrive to; or WORKER_URL

SQS cannot be browsed: list and show receive the messages, which hides them from others for up to five
minutes, and put them back. Their receive count grows by one.`;

const WAIT_SECONDS = 10;

export type Selection =
  | { readonly kind: "all" }
  | { readonly kind: "ids"; readonly ids: readonly string[] }
  | { readonly kind: "reason"; readonly code: string };

export type Action =
  | { readonly kind: "list" }
  | { readonly kind: "show"; readonly id: string }
  | {
      readonly kind: "redrive";
      readonly selection: Selection;
      /** How long to wait for what becomes of the events. */
      readonly waitSeconds: number;
    }
  | { readonly kind: "purge"; readonly confirmed: boolean };

/** Where to look: the local stack of a data folder, or AWS with what is named on the command line. */
export type Target =
  | { readonly kind: "local"; readonly dataFolder: string | undefined }
  | {
      readonly kind: "aws";
      /** The environment of wrangler.toml; undefined when the variables say everything. */
      readonly environment: Environment | undefined;
      readonly queueUrl: string | undefined;
      readonly workerUrl: string | undefined;
    };

export type ParsedCommand =
  | { readonly kind: "command"; readonly action: Action; readonly target: Target }
  | { readonly kind: "help" }
  | { readonly kind: "refused"; readonly message: string };

export function parseCommand(argv: readonly string[]): ParsedCommand {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        all: { type: "boolean" },
        reason: { type: "string" },
        yes: { type: "boolean", short: "y" },
        wait: { type: "string" },
        data: { type: "string" },
        aws: { type: "boolean" },
        env: { type: "string" },
        "queue-url": { type: "string" },
        "worker-url": { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help === true) return { kind: "help" };
    const [verb, ...ids] = positionals;
    const action = actionOf(verb, ids, values);
    if (typeof action === "string") return { kind: "refused", message: action };
    const { env: name } = values;
    const environment = ENVIRONMENTS.find((known) => known === name);
    if (name !== undefined && environment === undefined) {
      return { kind: "refused", message: `--env is ${ENVIRONMENTS.join(" or ")}, not "${name}".` };
    }
    if (values.aws !== true && environment === undefined) {
      if (values["queue-url"] !== undefined || values["worker-url"] !== undefined) {
        return { kind: "refused", message: "--queue-url and --worker-url go with --env or --aws." };
      }
      return { kind: "command", action, target: { kind: "local", dataFolder: values.data } };
    }
    const { "queue-url": queueUrl, "worker-url": workerUrl } = values;
    return { kind: "command", action, target: { kind: "aws", environment, queueUrl, workerUrl } };
  } catch (error) {
    return { kind: "refused", message: error instanceof Error ? error.message : String(error) };
  }
}

interface Flags {
  readonly all?: boolean | undefined;
  readonly reason?: string | undefined;
  readonly yes?: boolean | undefined;
  readonly wait?: string | undefined;
}

/** The action, or what is wrong with it. */
function actionOf(verb: string | undefined, ids: readonly string[], flags: Flags): Action | string {
  const [id, ...others] = ids;
  if (
    verb !== "redrive" &&
    (flags.all === true || flags.reason !== undefined || flags.wait !== undefined)
  ) {
    return "--all, --reason and --wait go with redrive.";
  }
  switch (verb) {
    case undefined:
      return "What to do: list, show, redrive or purge?";
    case "list":
      return id === undefined ? { kind: "list" } : "list takes no event id; show does.";
    case "show":
      if (id === undefined) return "Which event? show takes its id, evt_...";
      return others.length === 0 ? { kind: "show", id } : "show takes one event id.";
    case "redrive":
      return redriveOf(ids, flags);
    case "purge":
      if (id !== undefined) return "purge deletes every dead letter and takes no event id.";
      return { kind: "purge", confirmed: flags.yes === true };
    default:
      return `There is no "${verb}": list, show, redrive or purge.`;
  }
}

function redriveOf(ids: readonly string[], { all, reason, wait }: Flags): Action | string {
  const selections: Selection[] = [
    ...(ids.length > 0 ? [{ kind: "ids", ids } as const] : []),
    ...(all === true ? [{ kind: "all" } as const] : []),
    ...(reason === undefined ? [] : [{ kind: "reason", code: reason } as const]),
  ];
  const [selection, ...others] = selections;
  if (selection === undefined) return "Which events? Their ids, --all, or --reason CODE.";
  if (others.length > 0) return "Either event ids, or --all, or --reason CODE.";
  const waitSeconds = wait === undefined ? WAIT_SECONDS : Number(wait);
  if (!Number.isFinite(waitSeconds) || waitSeconds < 0)
    return `--wait is a number of seconds, not "${wait ?? ""}".`;
  return { kind: "redrive", selection, waitSeconds };
}
