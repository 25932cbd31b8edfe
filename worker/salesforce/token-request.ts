import * as z from "zod/mini";

import { reasonOf } from "../log.ts";
import { err, ok, type Result } from "../result.ts";

export interface SalesforceToken {
  readonly accessToken: string;
  /** Where this token's API calls go, without a trailing slash. */
  readonly instanceUrl: string;
}

export interface SalesforceClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

export type TokenRequestError =
  | { readonly reason: "login_unreachable"; readonly detail: string }
  | { readonly reason: "client_refused"; readonly detail: string };

const TIMEOUT_MS = 10_000;

const granted = z.object({ access_token: z.string().check(z.minLength(1)), instance_url: z.url() });
const refused = z.object({ error: z.string().check(z.maxLength(100)) });

/**
 * OAuth 2.0 client-credentials flow at the org's My Domain. The answer has no expiry: a token is good until Salesforce says 401.
 * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm
 */
export async function requestToken(
  loginUrl: string,
  client: SalesforceClient,
): Promise<Result<SalesforceToken, TokenRequestError>> {
  try {
    const response = await fetch(`${loginUrl}/services/oauth2/token`, {
      method: "POST",
      headers: { accept: "application/json" },
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: client.clientId,
        client_secret: client.clientSecret,
      }),
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body: unknown = await response.json().catch(() => undefined);
    const token = granted.safeParse(body);
    if (response.ok && token.success) {
      const { access_token: accessToken, instance_url: instanceUrl } = token.data;
      return ok({ accessToken, instanceUrl: instanceUrl.replace(/\/+$/, "") });
    }
    const code = refused.safeParse(body).data?.error ?? "no token in the answer";
    const clientsFault = response.status === 400 || response.status === 401;
    return err({
      reason: clientsFault ? "client_refused" : "login_unreachable",
      detail: `${response.status} ${code}`,
    });
  } catch (error) {
    return err({ reason: "login_unreachable", detail: reasonOf(error) });
  }
}
