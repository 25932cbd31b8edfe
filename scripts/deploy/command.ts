import { parseArgs } from "node:util";

export const ENVIRONMENTS = ["staging", "production"] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

export interface DeployCommand {
  readonly environment: Environment;
  /** Path of wrangler.toml; null is the project's. */
  readonly config: string | null;
  readonly task:
    | { readonly kind: "check" }
    | {
        readonly kind: "worker";
        /** Makes queues that are missing. */
        readonly create: boolean;
        /** File with the Worker's secrets, needed once: a Worker that does not exist yet takes them with its code. */
        readonly secretsFile: string | null;
        /** Where the Worker answers, when that is not at its custom domain. */
        readonly url: string | null;
      }
    | { readonly kind: "stack"; readonly alarmEmail: string | null };
}

export type ParsedDeployCommand =
  | { readonly kind: "command"; readonly command: DeployCommand }
  | { readonly kind: "help" }
  | { readonly kind: "refused"; readonly message: string };

export const USAGE = `Usage: npm run deploy -- staging|production [options]

Looks whether everything the Worker needs is there, says for each missing thing what to type, and deploys when nothing is missing. Then waits
until the Worker says that it is ready.

  --check               only look
  --create              make queues that are missing
  --secrets-file FILE   the Worker's access key, as the check tells to make it; needed for the first deploy
  --url URL             where the Worker answers, when that is not at its custom domain
  --stack               deploy config/aws.yaml instead, what the Worker needs in AWS
  --email ADDRESS       who hears of alarms; needed for the first --stack
  --config FILE         another wrangler.toml
  -h, --help

Exit code 0: deployed, or nothing missing. 1: something is missing or failed. 2: the command line is wrong.
Uses wrangler and the AWS command line (https://aws.amazon.com/cli/) with the logins they have.`;

export function parseDeployCommand(argv: readonly string[]): ParsedDeployCommand {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        check: { type: "boolean" },
        create: { type: "boolean" },
        "secrets-file": { type: "string" },
        url: { type: "string" },
        stack: { type: "boolean" },
        email: { type: "string" },
        config: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (values.help === true) return { kind: "help" };
  const [name, ...rest] = positionals;
  const environment = ENVIRONMENTS.find((known) => known === name);
  if (environment === undefined || rest.length > 0)
    return refused("Name one environment: staging or production.");
  if (values.check === true && values.stack === true)
    return refused("--check looks and --stack deploys: choose one.");
  if (values.email !== undefined && values.stack !== true)
    return refused("--email belongs to --stack.");
  if (values.url !== undefined && !/^https?:\/\//.test(values.url))
    return refused(`--url is no URL: ${values.url}`);
  const config = values.config ?? null;
  if (values.check === true)
    return { kind: "command", command: { environment, config, task: { kind: "check" } } };
  if (values.stack === true) {
    const task = { kind: "stack", alarmEmail: values.email ?? null } as const;
    return { kind: "command", command: { environment, config, task } };
  }
  const task = {
    kind: "worker",
    create: values.create ?? false,
    secretsFile: values["secrets-file"] ?? null,
    url: values.url?.replace(/\/+$/, "") ?? null,
  } as const;
  return { kind: "command", command: { environment, config, task } };
}

function refused(message: string): ParsedDeployCommand {
  return { kind: "refused", message };
}
