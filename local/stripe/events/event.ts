import { randomUUID } from "node:crypto";
import type Stripe from "stripe";
import { newId } from "../ids.ts";

export type EventType = Stripe.Event.Type;

/** An event as it goes over the wire: its object has the shape of `api_version`, which need not be the SDK's. */
export interface WireEvent {
  readonly id: string;
  readonly object: "event";
  /** Of a connected account, for its platform. Source: https://docs.stripe.com/connect/webhooks */
  readonly account?: string;
  readonly api_version: string;
  /** Seconds since 1970. */
  readonly created: number;
  readonly data: { readonly object: object; readonly previous_attributes?: object };
  readonly livemode: boolean;
  readonly pending_webhooks: number;
  readonly request: Stripe.Event.Request;
  readonly type: EventType;
}

/** One API request, as the events it caused name it. */
export function newRequest(idempotencyKey: string | null = randomUUID()): Stripe.Event.Request {
  return { id: newId("req_"), idempotency_key: idempotencyKey };
}

/** How events name the cause when nobody asked: time passed. */
export const AUTOMATIC: Stripe.Event.Request = { id: null, idempotency_key: null };

/** Payments' events have ids of their own kind. */
const OF_PAYMENTS = /^(charge|payment_intent|refund)\./;

export function newEventId(type: EventType): string {
  return newId(OF_PAYMENTS.test(type) ? "evt_3" : "evt_1");
}

/** The body of a delivery. Stripe indents it by two spaces, which the signature covers. */
export function webhookBody(event: WireEvent): string {
  return JSON.stringify(event, null, 2);
}
