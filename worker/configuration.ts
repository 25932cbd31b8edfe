import * as z from "zod/mini";

import { extensionsVariable, type Extensions } from "./extensions.ts";
import { readShardPlan, type ShardPlan } from "./shard-name.ts";

const seconds = z.pipe(
  z.coerce.number().check(z.positive()),
  z.transform((value) => value * 1000),
);

const url = z.pipe(
  z.url({ protocol: /^https?$/ }),
  z.transform((value) => value.replace(/\/+$/, "")),
);

/** Undefined stands for AWS's own endpoint. */
const endpoint = z.optional(
  z.union([
    z.pipe(
      z.literal(""),
      z.transform(() => undefined),
    ),
    url,
  ]),
);

/** The smallest limit under which every lane can still make a call. */
const SMALLEST_LIMIT = 10;
const calls = z.coerce.number().check(z.int(), z.minimum(SMALLEST_LIMIT));

const shardPlan = z.pipe(
  z.string().check(z.refine((text) => readShardPlan(text) !== undefined)),
  z.transform((text) => readShardPlan(text) ?? []),
);

const variables = z.object({
  SALESFORCE_LOGIN_URL: url,
  SALESFORCE_API_VERSION: z.string().check(z.regex(/^\d+\.0$/)),
  SALESFORCE_LIMIT_PROBE_SECONDS: seconds,
  AWS_REGION: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  AWS_SECRETS_ENDPOINT: endpoint,
  AWS_SQS_ENDPOINT: endpoint,
  AWS_DYNAMODB_ENDPOINT: endpoint,
  AWS_CLOUDWATCH_ENDPOINT: z.union([z.literal("off"), endpoint]),
  CLOUDWATCH_NAMESPACE: z.string().check(z.minLength(1)),
  SECRETS_PREFIX: z.string().check(z.regex(/^[\w/+=.@-]*$/)),
  DEAD_LETTER_QUEUE_URL: z.url({ protocol: /^https?$/ }),
  AWS_ACCESS_KEY_ID: z.string().check(z.minLength(1)),
  AWS_SECRET_ACCESS_KEY: z.string().check(z.minLength(1)),
  ADMISSION_SHARDS: shardPlan,
  REQUEUE_AFTER_SECONDS: seconds,
  API_BUDGET_TABLE: z.string().check(z.minLength(3)),
  API_CALLS_PER_MINUTE: calls,
  API_CALLS_PER_HOUR: calls,
  API_CALLS_PER_DAY: calls,
  BULK_FLUSH_ROWS: z.coerce.number().check(z.int(), z.positive()),
  BULK_FLUSH_SECONDS: seconds,
  EXTENSIONS: extensionsVariable,
});

/** The Worker's variables and secrets once they are known to make sense. Times are milliseconds. */
export interface Configuration {
  readonly salesforce: {
    readonly loginUrl: string;
    readonly apiVersion: string;
    readonly limitProbeMs: number;
  };
  readonly aws: AwsConfiguration;
  readonly cloudWatch: CloudWatchConfiguration;
  readonly budget: BudgetConfiguration;
  readonly bulk: { readonly flushRows: number; readonly flushMs: number };
  readonly shards: ShardPlan;
  readonly requeueAfterMs: number;
  readonly extensions: Extensions;
}

export interface AwsConfiguration {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly secretsEndpoint: string;
  /** Comes before the name of every secret. */
  readonly secretsPrefix: string;
  readonly sqsEndpoint: string;
  readonly deadLetterQueueUrl: string;
}

export interface CloudWatchConfiguration {
  /** Null when no figures are sent. */
  readonly endpoint: string | null;
  /** Tells the environments of one account apart. */
  readonly namespace: string;
}

export interface BudgetConfiguration {
  readonly table: string;
  readonly endpoint: string;
  /** Salesforce API calls the relay allows itself in each sliding window. */
  readonly limits: { readonly minute: number; readonly hour: number; readonly day: number };
}

/** Thrown for a deployment that lacks a variable or carries a senseless one; names the variables, never their values. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

const parsed = new WeakMap<object, Configuration>();

/**
 * Parsed once for each `env`: the platform hands the same object to every request of an isolate, and one to each Durable Object.
 * @throws ConfigurationError
 */
export function configurationOf(env: object): Configuration {
  const known = parsed.get(env);
  if (known !== undefined) return known;
  const configuration = parse(env);
  parsed.set(env, configuration);
  return configuration;
}

function parse(env: object): Configuration {
  const read = variables.safeParse(env);
  if (!read.success) {
    const names = [...new Set(read.error.issues.map((issue) => issue.path.join(".")))];
    throw new ConfigurationError(`Missing or malformed variables: ${names.join(", ")}`);
  }
  const value = read.data;
  const awsEndpoint = (service: string): string =>
    `https://${service}.${value.AWS_REGION}.amazonaws.com`;
  const cloudWatch = value.AWS_CLOUDWATCH_ENDPOINT;
  return {
    salesforce: {
      loginUrl: value.SALESFORCE_LOGIN_URL,
      apiVersion: value.SALESFORCE_API_VERSION,
      limitProbeMs: value.SALESFORCE_LIMIT_PROBE_SECONDS,
    },
    aws: {
      region: value.AWS_REGION,
      accessKeyId: value.AWS_ACCESS_KEY_ID,
      secretAccessKey: value.AWS_SECRET_ACCESS_KEY,
      secretsEndpoint: value.AWS_SECRETS_ENDPOINT ?? awsEndpoint("secretsmanager"),
      secretsPrefix: value.SECRETS_PREFIX,
      sqsEndpoint: value.AWS_SQS_ENDPOINT ?? new URL(value.DEAD_LETTER_QUEUE_URL).origin,
      deadLetterQueueUrl: value.DEAD_LETTER_QUEUE_URL,
    },
    cloudWatch: {
      endpoint: cloudWatch === "off" ? null : (cloudWatch ?? awsEndpoint("monitoring")),
      namespace: value.CLOUDWATCH_NAMESPACE,
    },
    budget: {
      table: value.API_BUDGET_TABLE,
      endpoint: value.AWS_DYNAMODB_ENDPOINT ?? awsEndpoint("dynamodb"),
      limits: {
        minute: value.API_CALLS_PER_MINUTE,
        hour: value.API_CALLS_PER_HOUR,
        day: value.API_CALLS_PER_DAY,
      },
    },
    bulk: { flushRows: value.BULK_FLUSH_ROWS, flushMs: value.BULK_FLUSH_SECONDS },
    shards: value.ADMISSION_SHARDS,
    requeueAfterMs: value.REQUEUE_AFTER_SECONDS,
    extensions: value.EXTENSIONS,
  };
}
