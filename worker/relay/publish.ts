import type { AdmittedEvent } from "../admit/event.ts";
import type { Outcome } from "../admit/outcome.ts";
import { err, ok, type Result } from "../result.ts";
import {
  createRecords,
  MAX_RECORDS_A_CALL,
  type CallError,
  type SaveResult,
} from "../salesforce/collections.ts";
import type { TokenError } from "../salesforce/session.ts";
import type { SalesforceToken } from "../salesforce/token-request.ts";
import { outcomeOfRow } from "./row-outcome.ts";
import { stripeEventRecord } from "./stripe-event-record.ts";

export interface Org {
  readonly apiVersion: string;
  /** @param rejected the token Salesforce answered 401 to, or null */
  token(rejected: string | null): Promise<Result<SalesforceToken, TokenError>>;
}

type PublishError = CallError | TokenError;

/** Publishes the events, as few API calls as possible, and says of each what became of it. */
export async function publish(events: readonly AdmittedEvent[], org: Org): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let start = 0; start < events.length; start += MAX_RECORDS_A_CALL) {
    outcomes.push(...(await publishChunk(events.slice(start, start + MAX_RECORDS_A_CALL), org)));
  }
  return outcomes;
}

async function publishChunk(events: readonly AdmittedEvent[], org: Org): Promise<Outcome[]> {
  const answer = await callWithToken(events, org);
  const nowMs = Date.now();
  if (answer.ok) {
    return events.map((event, index) => {
      const result = answer.value[index] ?? { success: false, errors: [] };
      return outcomeOfRow(event.id, result, nowMs);
    });
  }
  const { error } = answer;
  const failure = { at: nowMs, code: codeOf(error), message: error.detail };
  switch (error.reason) {
    case "request_refused": {
      // One senseless record spoils the whole call: halve until it stands alone, so that the others get through.
      const [only] = events;
      if (only === undefined) return [];
      if (events.length === 1) return [{ id: only.id, kind: "refused", failure }];
      const middle = Math.ceil(events.length / 2);
      return [
        ...(await publishChunk(events.slice(0, middle), org)),
        ...(await publishChunk(events.slice(middle), org)),
      ];
    }
    case "token_rejected":
    case "limit_exceeded":
    case "org_unavailable":
    case "login_unreachable":
    case "client_refused":
    case "secret_unavailable":
      return events.map(({ id }) => ({ id, kind: "waiting", failure }));
  }
}

/** One call; a 401 gets one new token and one more call. */
async function callWithToken(
  events: readonly AdmittedEvent[],
  org: Org,
): Promise<Result<readonly SaveResult[], PublishError>> {
  const records = events.map(stripeEventRecord);
  const token = await org.token(null);
  if (!token.ok) return err(token.error);
  const answer = await createRecords(token.value, org.apiVersion, records);
  if (answer.ok) return ok(answer.value);
  if (answer.error.reason !== "token_rejected") return err(answer.error);

  const renewed = await org.token(token.value.accessToken);
  if (!renewed.ok) return err(renewed.error);
  return createRecords(renewed.value, org.apiVersion, records);
}

function codeOf(error: PublishError): string {
  switch (error.reason) {
    case "request_refused":
      return error.code;
    case "limit_exceeded":
      return "REQUEST_LIMIT_EXCEEDED";
    case "token_rejected":
    case "org_unavailable":
    case "login_unreachable":
    case "client_refused":
    case "secret_unavailable":
      return error.reason.toUpperCase();
  }
}
