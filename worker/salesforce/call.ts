import type { Result } from "../result.ts";
import type { CallError } from "./collections.ts";
import type { Org } from "./org.ts";
import type { Entry, TokenError } from "./session.ts";
import type { SalesforceToken } from "./token-request.ts";

/** What one request to Salesforce led to. */
export interface Answer<T> {
  readonly result: Result<T, CallError>;
  /** `Sforce-Limit-Info`; null when there was no answer, or none of Salesforce's. */
  readonly limitInfo: string | null;
}

/** Nothing is called for now. */
export type Wait = Pick<
  Extract<Entry, { readonly kind: "wait" }>,
  "untilMs" | "calledBack" | "code" | "detail"
>;

export type Called<T> =
  | ({ readonly kind: "wait" } & Wait)
  | {
      readonly kind: "answered";
      /** The call was the one that finds out whether the org is back. */
      readonly probe: boolean;
      readonly result: Result<T, CallError | TokenError>;
    };

/**
 * The one way to call Salesforce: the breaker is asked first, then the budget; the token is the session's, and a 401 gets one new token and one
 * more call, which takes from the budget too. What the answer means for the breaker the caller settles, but for a denial of the budget.
 * @param send makes the request; as a probe it should carry as little as proves something
 */
export async function callSalesforce<T>(
  org: Org,
  suspect: boolean,
  send: (token: SalesforceToken, probe: boolean) => Promise<Answer<T>>,
): Promise<Called<T>> {
  const entry = await org.enter(suspect);
  if (entry.kind === "wait") return entry;
  const probe = entry.kind === "probe";
  const first = await sendCounted(org, probe, async () => send(entry.token, probe));
  if (first.kind === "wait") return first;
  if (first.result.ok || first.result.error.reason !== "token_rejected") return first;
  const renewed = await org.renewToken(entry.token.accessToken);
  if (!renewed.ok) return { kind: "answered", probe, result: renewed };
  return sendCounted(org, probe, async () => send(renewed.value, probe));
}

async function sendCounted<T>(
  org: Org,
  probe: boolean,
  send: () => Promise<Answer<T>>,
): Promise<Called<T>> {
  const budget = await org.takeBudget();
  if (budget.kind === "denied") {
    const { untilMs, window } = budget;
    await org.settle({ kind: "budget_denied", lane: org.lane, untilMs, probe });
    const detail = `the ${window}'s calls are used up`;
    return { kind: "wait", untilMs, calledBack: true, code: "API_BUDGET_EXHAUSTED", detail };
  }
  const { result, limitInfo } = await send();
  await org.learnQuota(limitInfo);
  return { kind: "answered", probe, result };
}
