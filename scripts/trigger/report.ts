/** What a person reads after a trigger. */
import type { EventLogRow, PaymentTransaction, RecordsOfObject } from "./records.ts";
import { eventTypeOf } from "../../worker/webhook/event-types.ts";
import type { Acceptance, TriggeredEvent } from "./local-stripe.ts";

export interface Journey {
  readonly event: TriggeredEvent;
  readonly acceptance: Acceptance | null;
  readonly log: SeenRow | null;
}

/** `seenAt`, milliseconds since 1970: Salesforce keeps times in whole seconds, so the moment a query first found the row is told instead. */
export interface SeenRow extends EventLogRow {
  readonly seenAt: number;
}

/** More payments than this are summed up. */
const SHOWN_ONE_BY_ONE = 10;

export function paymentLines(payments: readonly PaymentTransaction[]): string[] {
  const shown = payments.slice(0, SHOWN_ONE_BY_ONE).map(paymentLine);
  const rest = payments.length - shown.length;
  return rest > 0 ? [...shown, `  … and ${rest} more`] : shown;
}

/** `Stripe_Invoice__c: 2` and what stands in them: `INV-000001 paid, INV-000002 open`. */
export function recordLines(found: readonly RecordsOfObject[]): string[] {
  return found.map(({ object, records }) => {
    const shown = records
      .slice(0, SHOWN_ONE_BY_ONE)
      .map(({ Name, Status__c: status }) => (status === null ? Name : `${Name} ${status}`));
    const rest = records.length > shown.length ? ", …" : "";
    return `${object}: ${records.length}  ${shown.join(", ")}${rest}`;
  });
}

/**
 * Events that never come to Salesforce because a newer one about the same object did: the bulk lane sends only the newest of each.
 * `events` are in the order in which they happened.
 */
export function supersededIds(
  events: readonly TriggeredEvent[],
  isLogged: (id: string) => boolean,
): ReadonlySet<string> {
  const superseded = new Set<string>();
  const newerIsLogged = new Set<string>();
  for (const { id, type, object } of events.toReversed()) {
    const subject = `${type} ${object}`;
    if (isLogged(id)) newerIsLogged.add(subject);
    else if (newerIsLogged.has(subject) && eventTypeOf(type)?.lane === "bulk") superseded.add(id);
  }
  return superseded;
}

function paymentLine(payment: PaymentTransaction): string {
  const money = amountOf(payment);
  const customer = payment.Stripe_Customer__r;
  const card =
    payment.Card_Brand__c === null
      ? "no card yet"
      : `${payment.Card_Brand__c} ···· ${payment.Card_Last4__c ?? ""}`;
  const reason =
    payment.Failure_Reason__c === null
      ? []
      : [`${payment.Failure_Reason__c} (${payment.Failure_Code__c ?? "no code"})`];
  return [
    `  ${payment.Name}`,
    money,
    payment.Status__c ?? "no status",
    customer === null ? "no customer" : `${customer.Name} ${customer.Stripe_Customer_ID__c}`,
    card,
    ...reason,
  ].join("  ");
}

/** With the decimals of its currency: 20.00 USD, 500 JPY, 5.120 KWD. */
function amountOf({ Amount__c: amount, Currency__c: currency }: PaymentTransaction): string {
  if (amount === null || currency === null) return "no amount";
  const { maximumFractionDigits } = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
  }).resolvedOptions();
  return `${amount.toFixed(maximumFractionDigits)} ${currency}`;
}

/** Times of each step, one line an event, or medians of many. */
export function journeyLines(journeys: readonly Journey[]): string[] {
  const timed = journeys.flatMap((journey) => {
    const steps = stepsOf(journey);
    return steps === null ? [] : [{ journey, steps }];
  });
  if (timed.length <= SHOWN_ONE_BY_ONE) {
    return timed.map(
      ({ journey, steps }) =>
        `  ${journey.event.type.padEnd(30)} accepted after ${ms(steps.accepted)}, in Salesforce after ${ms(steps.seen)}  ${journey.log?.Status__c ?? ""}`,
    );
  }
  const accepted = timed.map(({ steps }) => steps.accepted).sort(ascending);
  const seen = timed.map(({ steps }) => steps.seen).sort(ascending);
  return [
    `  accepted by the Worker       median ${ms(median(accepted))}, slowest ${ms(accepted.at(-1) ?? 0)}`,
    `  found in Salesforce          median ${ms(median(seen))}, slowest ${ms(seen.at(-1) ?? 0)}`,
  ];
}

/** Events whose row says that they did not go through, or that left none. */
export function problemLines(journeys: readonly Journey[]): string[] {
  return journeys.flatMap(({ event, log, acceptance }) => {
    if (log === null) {
      return [
        `  ${event.id} ${event.type}: ${acceptance === null ? "not accepted by the Worker" : "accepted, not in Salesforce yet"}`,
      ];
    }
    return log.Status__c === "Failed" || log.Status__c === "Waiting"
      ? [`  ${event.id} ${event.type}: ${log.Status__c}: ${log.Error__c ?? "no reason given"}`]
      : [];
  });
}

/** Milliseconds from the sending of the attempt that was accepted. */
function stepsOf({ acceptance, log }: Journey): { accepted: number; seen: number } | null {
  if (acceptance === null || log === null) return null;
  return {
    accepted: acceptance.acceptedAt - acceptance.sentAt,
    seen: log.seenAt - acceptance.sentAt,
  };
}

function median(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function ascending(a: number, b: number): number {
  return a - b;
}

function ms(value: number): string {
  return `${Math.round(value)} ms`;
}
