import { randomUUID } from "node:crypto";
import type Stripe from "stripe";
import { newId } from "../ids.ts";
import type { FindCharge } from "../api-version.ts";
import { renderAt } from "../api-version.ts";

/** The events local Stripe can send, each with the object it carries. */
export type Occurrence =
  | { readonly type: "customer.created"; readonly object: Stripe.Customer }
  | { readonly type: "charge.failed" | "charge.succeeded"; readonly object: Stripe.Charge }
  | {
      readonly type:
        "payment_intent.created" | "payment_intent.payment_failed" | "payment_intent.succeeded";
      readonly object: Stripe.PaymentIntent;
    };

/** An event as it goes over the wire: its object has the shape of `api_version`, which need not be the SDK's. */
export type WireEvent = Omit<Stripe.EventBase, "data" | "type"> & {
  readonly data: { readonly object: object };
  readonly type: Occurrence["type"];
};

export interface EventContext {
  /** Seconds since 1970. */
  readonly created: number;
  /** The version the endpoint was made with. */
  readonly apiVersion: string;
  readonly request: Stripe.Event.Request;
  readonly findCharge: FindCharge;
}

export function newEvent(occurrence: Occurrence, context: EventContext): WireEvent {
  return {
    id: newId(occurrence.object.object === "customer" ? "evt_1" : "evt_3"),
    object: "event",
    api_version: context.apiVersion,
    created: context.created,
    data: { object: renderAt(context.apiVersion, occurrence.object, context.findCharge) },
    livemode: false,
    pending_webhooks: 1,
    request: context.request,
    type: occurrence.type,
  };
}

/** One API request, as the events it caused name it. */
export function newRequest(): Stripe.Event.Request {
  return { id: newId("req_"), idempotency_key: randomUUID() };
}

/** The body of a delivery. Stripe indents it by two spaces, which the signature covers. */
export function webhookBody(event: WireEvent): string {
  return JSON.stringify(event, null, 2);
}
