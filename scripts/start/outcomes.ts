/** The last step of an event's way, which the Worker does not see: what Salesforce made of it. */
import { z } from "zod";
import { orgConnection } from "../../local/stack/api-clients.ts";
import type { Stack } from "../../local/stack/stack.ts";
import type { TracedEvent } from "./trace.ts";

/** An event in the org's own log. */
export interface Outcome {
  readonly recordId: string;
  readonly status: string;
  /** ISO 8601. */
  readonly at: string;
  readonly error: string | null;
}

export interface ToldEvent extends TracedEvent {
  /** Of the event's log record; null: Salesforce has none yet. */
  readonly recordId: string | null;
}

const answer = z.object({
  records: z.array(
    z.object({
      Id: z.string(),
      Event_Id__c: z.string(),
      Status__c: z.string(),
      Processed_At__c: z.string().nullable(),
      Error__c: z.string().nullable(),
    }),
  ),
});

export class Outcomes {
  readonly #stack: Stack;
  #token: Promise<string> | null = null;

  constructor(stack: Stack) {
    this.#stack = stack;
  }

  /** An org that does not answer adds nothing. */
  async added(events: readonly TracedEvent[]): Promise<readonly ToldEvent[]> {
    const outcomes = await this.#outcomesOf(events).catch(() => new Map<string, Outcome>());
    return events.map((event) => told(event, outcomes.get(event.eventId)));
  }

  async #outcomesOf(events: readonly TracedEvent[]): Promise<ReadonlyMap<string, Outcome>> {
    const ids = events.map(({ eventId }) => eventId).filter((id) => /^\w+$/.test(id));
    if (ids.length === 0) return new Map();
    const named = ids.map((id) => `'${id}'`).join(", ");
    const soql = `SELECT Id, Event_Id__c, Status__c, Processed_At__c, Error__c FROM Stripe_Webhook_Event__c WHERE Event_Id__c IN (${named})`;
    const { urls } = this.#stack.state;
    const response = await fetch(
      `${urls.org}/services/data/v66.0/query?q=${encodeURIComponent(soql)}`,
      // What a page asks costs no API request of the org's day.
      { headers: { authorization: `Bearer ${await this.#signIn()}`, "x-lightning-page": "local" } },
    );
    if (response.status === 401) this.#token = null;
    const { records } = answer.parse(await response.json());
    return new Map(
      records.map((record) => [
        record.Event_Id__c,
        {
          recordId: record.Id,
          status: record.Status__c,
          at: record.Processed_At__c ?? "",
          error: record.Error__c,
        },
      ]),
    );
  }

  #signIn(): Promise<string> {
    this.#token ??= orgConnection(this.#stack.state.urls.org, this.#stack.credentials.admin)
      .then(({ accessToken }) => accessToken ?? "")
      .catch((error: unknown) => {
        this.#token = null;
        throw error;
      });
    return this.#token;
  }
}

/** One that waits has no moment yet. */
export function told(event: TracedEvent, outcome: Outcome | undefined): ToldEvent {
  if (outcome === undefined) return { ...event, recordId: null };
  const begun = Date.parse(event.steps[0]?.at ?? "");
  const ended = Date.parse(outcome.at);
  const step = {
    name: `Salesforce: ${outcome.status}`,
    at: outcome.at,
    milliseconds: Number.isNaN(ended) ? null : Math.max(0, ended - begun),
    reason: outcome.error,
  };
  return { ...event, recordId: outcome.recordId, steps: [...event.steps, step] };
}
