import path from "node:path";
import { unstable_readConfig } from "wrangler";
import { z } from "zod";
import type { Environment } from "./command.ts";

export const DEFAULT_CONFIG = path.resolve(import.meta.dirname, "../../wrangler.toml");

const workerConfig = z.object({
  name: z.string(),
  workers_dev: z.boolean(),
  routes: z.array(z.object({ pattern: z.string(), custom_domain: z.boolean().optional() })),
  ratelimits: z.array(z.object({ name: z.string(), namespace_id: z.string() })),
  vars: z.looseObject({
    SALESFORCE_LOGIN_URL: z.string(),
    AWS_REGION: z.string(),
    SECRETS_PREFIX: z.string(),
    DEAD_LETTER_QUEUE_URL: z.string(),
    API_BUDGET_TABLE: z.string(),
  }),
  secrets: z.object({ required: z.array(z.string()) }),
  queues: z.object({
    producers: z.array(z.object({ queue: z.string() })),
    consumers: z.array(z.object({ queue: z.string(), dead_letter_queue: z.string().optional() })),
  }),
});

/** What an environment of `wrangler.toml` says that a deploy depends on. */
export interface DeployTarget {
  readonly environment: Environment;
  readonly configPath: string;
  readonly workerName: string;
  /** Whether it answers at its workers.dev address too. */
  readonly isOnWorkersDev: boolean;
  /** The host names that are its own. */
  readonly customDomains: readonly string[];
  readonly rateLimits: readonly string[];
  readonly loginUrl: string;
  readonly region: string;
  readonly secretsPrefix: string;
  readonly deadLetterQueueUrl: string;
  readonly apiBudgetTable: string;
  /** Names of the secrets that the Worker carries itself. */
  readonly requiredSecrets: readonly string[];
  readonly queues: readonly string[];
}

/** @throws when the file cannot be read or lacks what a deploy depends on */
export function readTarget(environment: Environment, config: string | null): DeployTarget {
  const configPath = config ?? DEFAULT_CONFIG;
  const read: unknown = unstable_readConfig(
    { config: configPath, env: environment },
    { hideWarnings: true },
  );
  const parsed = workerConfig.safeParse(read);
  if (!parsed.success)
    throw new Error(
      `[env.${environment}] of ${configPath} is incomplete.\n${z.prettifyError(parsed.error)}`,
    );
  const { name, vars, secrets, queues, routes, ratelimits } = parsed.data;
  const named = [
    ...queues.producers.map(({ queue }) => queue),
    ...queues.consumers.flatMap(({ queue, dead_letter_queue: dead }) => [
      queue,
      ...(dead === undefined ? [] : [dead]),
    ]),
  ];
  return {
    environment,
    configPath,
    workerName: name,
    isOnWorkersDev: parsed.data.workers_dev,
    customDomains: routes.flatMap((route) => (route.custom_domain === true ? [route.pattern] : [])),
    rateLimits: ratelimits.map((each) => each.name),
    loginUrl: vars.SALESFORCE_LOGIN_URL.replace(/\/+$/, ""),
    region: vars.AWS_REGION,
    secretsPrefix: vars.SECRETS_PREFIX,
    deadLetterQueueUrl: vars.DEAD_LETTER_QUEUE_URL,
    apiBudgetTable: vars.API_BUDGET_TABLE,
    requiredSecrets: secrets.required,
    queues: [...new Set(named)],
  };
}

export function stackName(environment: Environment): string {
  return `stripe-relay-${environment}`;
}
