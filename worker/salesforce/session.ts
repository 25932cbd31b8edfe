import { DurableObject } from "cloudflare:workers";
import * as z from "zod";

import { CachedSecret } from "../aws/cached-secret.ts";
import { getSecretValue, type SecretError } from "../aws/secrets-manager.ts";
import { configurationOf, type AwsConfiguration } from "../configuration.ts";
import { log } from "../ops/log.ts";
import { err, ok, type Result } from "../result.ts";
import {
  requestToken,
  type SalesforceClient,
  type SalesforceToken,
  type TokenRequestError,
} from "./token-request.ts";

export const SALESFORCE_SECRET_ID = "salesforce/client";

/** A failed login is not repeated sooner: a wrong secret must not lock the integration user out. */
const FAILURE_REMEMBERED_MS = 5_000;

export type TokenError =
  TokenRequestError | { readonly reason: "secret_unavailable"; readonly detail: string };

type TokenResult = Result<SalesforceToken, TokenError>;

const storedClient = z
  .object({ client_id: z.string().min(1), client_secret: z.string().min(1) })
  .transform((secret) => ({ clientId: secret.client_id, clientSecret: secret.client_secret }));

/** The only holder of the org's access token; it lives in memory, never on disk. */
export class SalesforceSession extends DurableObject<Env> {
  readonly #client = new CachedSecret(() => loadClient(configurationOf(this.env).aws));
  #token: SalesforceToken | undefined;
  #inFlight: Promise<TokenResult> | undefined;
  #failure: { readonly result: TokenResult; readonly untilMs: number } | undefined;

  /**
   * The token. Pass the one Salesforce answered 401 to: unless it has been replaced already, a new one is requested.
   * However many ask at once, one request is made.
   */
  async token(rejected: string | null): Promise<TokenResult> {
    if (this.#token !== undefined && this.#token.accessToken !== rejected) return ok(this.#token);
    this.#token = undefined;
    if (this.#failure !== undefined && Date.now() < this.#failure.untilMs) {
      return this.#failure.result;
    }
    this.#inFlight ??= this.#login().finally(() => {
      this.#inFlight = undefined;
    });
    return this.#inFlight;
  }

  async #login(): Promise<TokenResult> {
    const result = await this.#requestWithCurrentClient();
    if (result.ok) {
      this.#token = result.value;
      this.#failure = undefined;
      log("info", "salesforce.token_granted");
    } else {
      this.#failure = { result, untilMs: Date.now() + FAILURE_REMEMBERED_MS };
      log("error", "salesforce.token_unavailable", { ...result.error });
    }
    return result;
  }

  async #requestWithCurrentClient(): Promise<TokenResult> {
    const { loginUrl } = configurationOf(this.env).salesforce;
    const known = await this.#client.read(Date.now());
    if (!known.ok) return err({ reason: "secret_unavailable", detail: known.error.detail });
    const first = await requestToken(loginUrl, known.value);
    if (first.ok || first.error.reason !== "client_refused") return first;

    // The secret may just have been rotated.
    const reread = await this.#client.reread(Date.now());
    if (!reread.ok || reread.value.clientSecret === known.value.clientSecret) return first;
    return requestToken(loginUrl, reread.value);
  }
}

export function salesforceSessionOf(env: Env): DurableObjectStub<SalesforceSession> {
  return env.SALESFORCE_SESSION.getByName("org");
}

async function loadClient(aws: AwsConfiguration): Promise<Result<SalesforceClient, SecretError>> {
  const secret = await getSecretValue(aws, SALESFORCE_SECRET_ID, "AWSCURRENT");
  if (!secret.ok) return secret;
  try {
    const parsed = storedClient.safeParse(JSON.parse(secret.value));
    if (parsed.success) return ok(parsed.data);
  } catch {
    // Not JSON: the same answer as JSON of another shape, and never the text itself.
  }
  return err({
    reason: "malformed",
    detail: `${SALESFORCE_SECRET_ID} is not {"client_id","client_secret"}`,
  });
}
