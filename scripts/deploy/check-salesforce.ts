import { z } from "zod";
import { failed, passed, skipped, type Check } from "./check.ts";
import type { SalesforceClient } from "./check-aws.ts";
import type { DeployTarget } from "./target.ts";

const TIMEOUT_MS = 10_000;

const granted = z.object({ access_token: z.string().min(1) });
const refused = z.object({ error: z.string(), error_description: z.string().optional() });

/**
 * Asks the org for a token as the Worker does. The token is thrown away.
 * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm
 */
export async function checkSalesforce(
  { loginUrl, environment }: DeployTarget,
  client: SalesforceClient | null,
): Promise<Check> {
  const title = "The org gives the relay a token";
  if (client === null) return skipped(title, "without its secret");
  try {
    const response = await fetch(`${loginUrl}/services/oauth2/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: client.id,
        client_secret: client.secret,
      }),
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body: unknown = await response.json().catch(() => undefined);
    if (response.ok && granted.safeParse(body).success) return passed(title);
    const { error = "no token in the answer", error_description: description = "" } =
      refused.safeParse(body).data ?? {};
    return failed(
      title,
      `${response.status} ${error} ${description}`.trim(),
      "Setup → External Client App Manager → Stripe Relay → Policies: Client Credentials Flow is on and its run-as user has the permission set Stripe_Relay",
      `npm run setup -- sandbox --org YOUR-ORG sets both; then npm run deploy -- ${environment} --check`,
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return failed(title, `${loginUrl} cannot be reached: ${why}`, "Is it the org's My Domain?");
  }
}
