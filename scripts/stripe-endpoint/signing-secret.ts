import { AwsClient } from "aws4fetch";
import { z } from "zod";
import type { EndpointCommand } from "./command.ts";
import { withEndpoint, type EndpointOwner } from "./endpoint-list.ts";

const secretValue = z.object({ SecretString: z.string() });

/**
 * Puts the signing secret where the Worker reads it; the value before stays valid as AWSPREVIOUS.
 * @param owner whose endpoint it is, where the secret has those of others too; null where it has this one alone
 * @returns what to tell the person, who sees the secret only when there is no other place for it
 */
export async function keepSigningSecret(
  secret: string,
  { secretId, region }: Pick<EndpointCommand, "secretId" | "region">,
  owner: EndpointOwner | null,
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
  const ask = (operation: string, body: object): Promise<Response> =>
    client.fetch(`${endpoint}/`, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": `secretsmanager.${operation}`,
      },
      body: JSON.stringify({ SecretId: secretId, ...body }),
      signal: AbortSignal.timeout(10_000),
    });
  try {
    let value = secret;
    if (owner !== null) {
      const held = await ask("GetSecretValue", {});
      if (!held.ok) return failed(`${held.status} ${(await held.text()).slice(0, 200)}`);
      const { SecretString: text } = secretValue.parse(await held.json());
      const list = withEndpoint(text, owner, secret);
      if (list === null) return failed("what it holds is no list of endpoints");
      value = list;
    }
    const response = await ask("PutSecretValue", {
      SecretString: value,
      ClientRequestToken: crypto.randomUUID(),
    });
    if (response.ok) return `${secretId} holds the new signing secret.`;
    return failed(`${response.status} ${(await response.text()).slice(0, 200)}`);
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}
