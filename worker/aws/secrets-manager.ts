import * as z from "zod/mini";

import type { AwsConfiguration } from "../configuration.ts";
import { err, ok, type Result } from "../result.ts";
import { callAws } from "./client.ts";

export type VersionStage = "AWSCURRENT" | "AWSPREVIOUS";

export interface SecretError {
  readonly reason: "not_found" | "refused" | "unreachable" | "malformed";
  readonly detail: string;
}

const secretValue = z.object({
  SecretString: z.string(),
  /** Unix seconds. */
  CreatedDate: z.optional(z.number()),
});

/**
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
 * @param name without the deployment's prefix
 */
export async function getSecretValue(
  aws: AwsConfiguration,
  name: string,
  stage: VersionStage,
): Promise<Result<string, SecretError>> {
  const version = await getSecretVersion(aws, name, stage);
  return version.ok ? ok(version.value.text) : version;
}

export interface SecretVersion {
  readonly text: string;
  /** When this version was made, Unix milliseconds; null when AWS did not say. */
  readonly createdMs: number | null;
}

/** As `getSecretValue`, with the version's age. */
export async function getSecretVersion(
  aws: AwsConfiguration,
  name: string,
  stage: VersionStage,
): Promise<Result<SecretVersion, SecretError>> {
  const secretId = `${aws.secretsPrefix}${name}`;
  const answer = await callAws(aws, {
    service: "secretsmanager",
    endpoint: aws.secretsEndpoint,
    target: "secretsmanager.GetSecretValue",
    jsonVersion: "1.1",
    body: { SecretId: secretId, VersionStage: stage },
  });
  if (!answer.ok) {
    const detail = `${secretId} ${stage}: ${answer.error.detail}`;
    if (answer.error.reason === "unreachable") return err({ reason: "unreachable", detail });
    const missing = answer.error.type === "ResourceNotFoundException";
    return err({ reason: missing ? "not_found" : "refused", detail });
  }
  const parsed = secretValue.safeParse(answer.value);
  if (!parsed.success) {
    return err({ reason: "malformed", detail: `${secretId} ${stage} has no SecretString` });
  }
  const { SecretString: text, CreatedDate: created } = parsed.data;
  return ok({ text, createdMs: created === undefined ? null : created * 1000 });
}
