import { AwsClient } from "aws4fetch";
import type { EndpointCommand } from "./command.ts";

/**
 * Puts the signing secret where the Worker reads it; the value before stays valid as AWSPREVIOUS.
 * @returns what to tell the person, who sees the secret only when there is no other place for it
 */
export async function keepSigningSecret(
  secret: string,
  { secretId, region }: Pick<EndpointCommand, "secretId" | "region">,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<string> {
  if (secretId === null) return `Signing secret, shown this once: ${secret}`;
  const client = new AwsClient({
    accessKeyId: environment["AWS_ACCESS_KEY_ID"] ?? "",
    secretAccessKey: environment["AWS_SECRET_ACCESS_KEY"] ?? "",
    ...(environment["AWS_SESSION_TOKEN"] === undefined
      ? {}
      : { sessionToken: environment["AWS_SESSION_TOKEN"] }),
    region,
    service: "secretsmanager",
    retries: 2,
  });
  const endpoint =
    environment["AWS_SECRETS_ENDPOINT"] ?? `https://secretsmanager.${region}.amazonaws.com`;
  // The endpoint exists already, and Stripe shows its secret once: whatever goes wrong here must not lose it.
  const failed = (why: string): string =>
    `${secretId} could not be written (${why}). Put this signing secret there by hand, it is shown this once: ${secret}`;
  try {
    const response = await client.fetch(`${endpoint}/`, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": "secretsmanager.PutSecretValue",
      },
      body: JSON.stringify({
        SecretId: secretId,
        SecretString: secret,
        ClientRequestToken: crypto.randomUUID(),
      }),
      signal: AbortSignal.timeout(10_000),
    });
    if (response.ok) return `${secretId} holds the new signing secret.`;
    return failed(`${response.status} ${(await response.text()).slice(0, 200)}`);
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}
