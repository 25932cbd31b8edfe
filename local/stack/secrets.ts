import { AwsClient } from "aws4fetch";
import { LOCAL_ACCOUNT } from "../stripe/account.ts";
import type { StackCredentials } from "./credentials.ts";
import type { StackAccount } from "./settings.ts";

const WEBHOOK = "stripe/webhook";

/** Puts what the Worker reads at run time into Secrets Manager, under the names it reads in production. */
export async function putSecrets(
  endpoint: string,
  credentials: StackCredentials,
  furtherAccounts: readonly StackAccount[],
): Promise<void> {
  const client = new AwsClient({ ...credentials.aws, service: "secretsmanager" });
  await putSecret(client, endpoint, WEBHOOK, webhookSecret(credentials, furtherAccounts));
  await putSecret(
    client,
    endpoint,
    "salesforce/client",
    JSON.stringify({
      client_id: credentials.relay.clientId,
      client_secret: credentials.relay.clientSecret,
    }),
  );
  await putSecret(
    client,
    endpoint,
    "relay/operations",
    // One person has both: on a laptop nobody else reads the figures.
    JSON.stringify({
      metrics_token: credentials.redriveToken,
      redrive_token: credentials.redriveToken,
    }),
  );
}

/** The one secret, or a list of endpoints, where there are several; see `worker/webhook/endpoints.ts`. */
function webhookSecret(
  { webhookSecret: first }: StackCredentials,
  furtherAccounts: readonly StackAccount[],
): string {
  if (furtherAccounts.length === 0) return first;
  const endpoints = furtherAccounts.map(({ id, mode, webhookSecret: secret, reachedBy }) => ({
    account: "platform" in reachedBy ? reachedBy.platform : id,
    livemode: mode === "live",
    kind: "platform" in reachedBy ? "connect" : "account",
    secrets: [secret],
  }));
  return JSON.stringify({
    endpoints: [
      { account: LOCAL_ACCOUNT, livemode: false, kind: "account", secrets: [first] },
      ...endpoints,
    ],
  });
}

/** Makes `value` the current version of the secret that webhooks are verified with, whatever it holds. */
export async function putWebhookSecret(
  endpoint: string,
  aws: StackCredentials["aws"],
  value: string,
): Promise<void> {
  await putSecret(new AwsClient({ ...aws, service: "secretsmanager" }), endpoint, WEBHOOK, value);
}

async function putSecret(
  client: AwsClient,
  endpoint: string,
  name: string,
  value: string,
): Promise<void> {
  const current = await call(client, endpoint, "GetSecretValue", { SecretId: name });
  if (current.ok) {
    const body: unknown = await current.json();
    if (
      typeof body === "object" &&
      body !== null &&
      "SecretString" in body &&
      body.SecretString === value
    )
      return;
    await expectOk(
      await call(client, endpoint, "PutSecretValue", { SecretId: name, SecretString: value }),
      name,
    );
    return;
  }
  await expectOk(
    await call(client, endpoint, "CreateSecret", { Name: name, SecretString: value }),
    name,
  );
}

async function call(
  client: AwsClient,
  endpoint: string,
  operation: string,
  body: object,
): Promise<Response> {
  return client.fetch(endpoint, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `secretsmanager.${operation}`,
    },
    body: JSON.stringify({
      ...body,
      ClientRequestToken: operation === "GetSecretValue" ? undefined : crypto.randomUUID(),
    }),
    signal: AbortSignal.timeout(30_000),
  });
}

async function expectOk(response: Response, name: string): Promise<void> {
  if (response.ok) return;
  throw new Error(
    `The local Secrets Manager refused ${name}: ${response.status} ${await response.text()}`,
  );
}
