import * as z from "zod/mini";

const endpoint = z.pipe(
  z.union([z.literal(""), z.url({ protocol: /^https?$/ })]),
  z.transform((url) => (url === "" ? undefined : url.replace(/\/+$/, ""))),
);

const configuration = z.object({
  SALESFORCE_LOGIN_URL: z.pipe(
    z.url({ protocol: /^https?$/ }),
    z.transform((url) => url.replace(/\/+$/, "")),
  ),
  SALESFORCE_API_VERSION: z.string().check(z.regex(/^\d+\.0$/)),
  SALESFORCE_LIMIT_PROBE_SECONDS: z.coerce.number().check(z.positive()),
  AWS_REGION: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  AWS_SECRETS_ENDPOINT: z.optional(endpoint),
  AWS_SQS_ENDPOINT: z.optional(endpoint),
  SECRETS_PREFIX: z.string().check(z.regex(/^[\w/+=.@-]*$/)),
  DEAD_LETTER_QUEUE_URL: z.url({ protocol: /^https?$/ }),
  AWS_ACCESS_KEY_ID: z.string().check(z.minLength(1)),
  AWS_SECRET_ACCESS_KEY: z.string().check(z.minLength(1)),
  ADMISSION_SHARDS: z.coerce.number().check(z.int(), z.minimum(1), z.maximum(256)),
  REQUEUE_AFTER_SECONDS: z.coerce.number().check(z.positive()),
});

/** The Worker's variables and secrets once they are known to make sense. */
export interface Configuration {
  readonly salesforce: {
    readonly loginUrl: string;
    readonly apiVersion: string;
    readonly limitProbeMs: number;
  };
  readonly aws: AwsConfiguration;
  readonly admissionShards: number;
  readonly requeueAfterMs: number;
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

/** Thrown for a deployment that lacks a variable or carries a senseless one; names the variables, never their values. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

/** @throws ConfigurationError */
export function configurationOf(env: Env): Configuration {
  const parsed = configuration.safeParse(env);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join(".")))];
    throw new ConfigurationError(`Missing or malformed variables: ${names.join(", ")}`);
  }
  const value = parsed.data;
  return {
    salesforce: {
      loginUrl: value.SALESFORCE_LOGIN_URL,
      apiVersion: value.SALESFORCE_API_VERSION,
      limitProbeMs: value.SALESFORCE_LIMIT_PROBE_SECONDS * 1000,
    },
    aws: {
      region: value.AWS_REGION,
      accessKeyId: value.AWS_ACCESS_KEY_ID,
      secretAccessKey: value.AWS_SECRET_ACCESS_KEY,
      secretsEndpoint:
        value.AWS_SECRETS_ENDPOINT ?? `https://secretsmanager.${value.AWS_REGION}.amazonaws.com`,
      secretsPrefix: value.SECRETS_PREFIX,
      sqsEndpoint: value.AWS_SQS_ENDPOINT ?? new URL(value.DEAD_LETTER_QUEUE_URL).origin,
      deadLetterQueueUrl: value.DEAD_LETTER_QUEUE_URL,
    },
    admissionShards: value.ADMISSION_SHARDS,
    requeueAfterMs: value.REQUEUE_AFTER_SECONDS * 1000,
  };
}
