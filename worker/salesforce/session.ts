import { DurableObject } from "cloudflare:workers";
import * as z from "zod/mini";

import type { Outcome } from "../admit/outcome.ts";
import { CachedSecret } from "../aws/cached-secret.ts";
import { getSecretValue, type SecretError } from "../aws/secrets-manager.ts";
import { configurationOf, type AwsConfiguration } from "../configuration.ts";
import { log, reasonOf } from "../log.ts";
import { err, ok, type Result } from "../result.ts";
import type { Breaker, BreakerEvent, Caller, Permission } from "./breaker.ts";
import { Gate } from "./gate.ts";
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

/** What a lane is told that wants to call Salesforce. */
export type Entry =
  | { readonly kind: "call"; readonly token: SalesforceToken }
  /** The one call, with one event, that finds out whether the org is back. */
  | { readonly kind: "probe"; readonly token: SalesforceToken }
  | {
      readonly kind: "wait";
      readonly cause: Extract<Permission, { readonly kind: "wait" }>["cause"];
      /** Asking sooner is pointless, Unix milliseconds. */
      readonly untilMs: number;
      /** Waiting rows of the ledger are released when it is their lane's turn; they need not ask by themselves. */
      readonly calledBack: boolean;
      /** Why, for the log and the ledger. */
      readonly code: string;
      readonly detail: string;
    };

/** What came of a call that an entry allowed; every call is reported. */
export type CallReport =
  | Extract<
      BreakerEvent,
      { readonly kind: "succeeded" | "limit_exceeded" | "org_refuses" | "budget_denied" }
    >
  | {
      readonly kind: "unavailable";
      readonly probe: boolean;
      /** When the one event of the call broke a call last, Unix milliseconds; null when it never did or there were several. */
      readonly suspectMs: number | null;
    };

const storedClient = z.pipe(
  z.object({
    client_id: z.string().check(z.minLength(1)),
    client_secret: z.string().check(z.minLength(1)),
  }),
  z.transform((secret) => ({ clientId: secret.client_id, clientSecret: secret.client_secret })),
);

/**
 * What all callers share about the org. It is the only holder of the access token, which lives in memory, never on disk; and it says who may
 * call at all: ask `enter` before a call, tell `settle` after it.
 */
export class SalesforceSession extends DurableObject<Env> {
  readonly #gate = new Gate(this.ctx.storage, () => this.env);
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

  /** Asks whether a lane may call, and for the token to do it with. A login that fails counts as a call that failed. */
  async enter(caller: Caller): Promise<Entry> {
    const permission = this.#gate.ask(caller, Date.now());
    if (permission.kind === "wait") {
      const code = `WAITING_FOR_${permission.cause.toUpperCase()}`;
      return { ...permission, calledBack: permission.cause !== "backlog", code, detail: "" };
    }
    const { kind } = permission;
    const token = await this.token(null);
    if (token.ok) return { kind, token: token.value };
    const nowMs = Date.now();
    this.#gate.take({ kind: "unavailable", probe: kind === "probe", suspect: false }, nowMs);
    return {
      kind: "wait",
      cause: "unavailable",
      untilMs: nowMs + FAILURE_REMEMBERED_MS,
      calledBack: false,
      code: token.error.reason.toUpperCase(),
      detail: token.error.detail,
    };
  }

  /** @returns true when the call failed for its one event's sake: since the event broke a call before, others have succeeded */
  settle(report: CallReport): boolean {
    const nowMs = Date.now();
    if (report.kind !== "unavailable") {
      this.#gate.take(report, nowMs);
      return false;
    }
    const { kind, probe, suspectMs } = report;
    const { lastSuccessMs } = this.#gate;
    const suspect = suspectMs !== null && lastSuccessMs !== null && lastSuccessMs > suspectMs;
    this.#gate.take({ kind, probe, suspect }, nowMs);
    return suspect && !probe;
  }

  /** To be told once a shard has written down that rows wait to be called back: the call back may have come before. */
  waitingReported(): void {
    this.#gate.lookForWaiting(Date.now());
  }

  /** Whether and by which lanes the org may be called, for whoever watches. */
  breaker(): Breaker {
    return this.#gate.breaker;
  }

  override async alarm(): Promise<void> {
    await this.#gate.check();
  }

  async #login(): Promise<TokenResult> {
    const result = await this.#requestWithCurrentClient();
    if (result.ok) {
      this.#token = result.value;
      this.#failure = undefined;
      log("salesforce.token_granted", {});
    } else {
      this.#failure = { result, untilMs: Date.now() + FAILURE_REMEMBERED_MS };
      log("salesforce.token_unavailable", { ...result.error });
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

/** Tells the breaker of outcomes that were just reported, when there are some that wait to be called back. Throws nothing. */
export async function tellOfWaiting(env: Env, outcomes: readonly Outcome[]): Promise<void> {
  if (!outcomes.some((each) => each.kind === "waiting" && each.calledBack === true)) return;
  try {
    await salesforceSessionOf(env).waitingReported();
  } catch (error) {
    log("breaker.not_told", { detail: reasonOf(error) });
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
