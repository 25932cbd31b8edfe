import * as z from "zod";

const endpoint = z
  .union([z.literal(""), z.url({ protocol: /^https?$/ })])
  .transform((url) => (url === "" ? undefined : url.replace(/\/+$/, "")));

const configuration = z.object({
  SALESFORCE_LOGIN_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, "")),
  SALESFORCE_API_VERSION: z.string().regex(/^\d+\.0$/),
  AWS_REGION: z.string().regex(/^[a-z0-9-]+$/),
  AWS_SECRETS_ENDPOINT: endpoint.optional(),
  AWS_SQS_ENDPOINT: endpoint.optional(),
  DEAD_LETTER_QUEUE_URL: z.url({ protocol: /^https?$/ }),
  AWS_ACCESS_KEY_ID: z.string().min(1),
  AWS_SECRET_ACCESS_KEY: z.string().min(1),
  ADMISSION_SHARDS: z.coerce.number().int().min(1).max(256),
  REQUEUE_AFTER_SECONDS: z.coerce.number().positive(),
});

/** The Worker's variables and secrets once they are known to make sense. */
export interface Configuration {
  readonly salesforce: { readonly loginUrl: string; readonly apiVersion: string };
  readonly aws: AwsConfiguration;
  readonly admissionShards: number;
  readonly requeueAfterMs: number;
}

export interface AwsConfiguration {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly secretsEndpoint: string;
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
    },
    aws: {
      region: value.AWS_REGION,
      accessKeyId: value.AWS_ACCESS_KEY_ID,
      secretAccessKey: value.AWS_SECRET_ACCESS_KEY,
      secretsEndpoint:
        value.AWS_SECRETS_ENDPOINT ?? `https://secretsmanager.${value.AWS_REGION}.amazonaws.com`,
      sqsEndpoint: value.AWS_SQS_ENDPOINT ?? new URL(value.DEAD_LETTER_QUEUE_URL).origin,
      deadLetterQueueUrl: value.DEAD_LETTER_QUEUE_URL,
    },
    admissionShards: value.ADMISSION_SHARDS,
    requeueAfterMs: value.REQUEUE_AFTER_SECONDS * 1000,
  };
}
