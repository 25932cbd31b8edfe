import type * as z from "zod";

import type { Lane } from "../admit/event.ts";
import { previousCharge, projectedCharge } from "./projection/charge.ts";
import { previousPaymentIntent, projectedPaymentIntent } from "./projection/payment-intent.ts";

/** The allow-lists of one kind of object: all that may leave the edge of it. */
export interface Projection {
  readonly object: z.ZodType<Projected>;
  readonly previousAttributes: z.ZodType<Readonly<Record<string, unknown>>>;
}

export interface Projected {
  readonly id: string;
  readonly object: string;
}

interface EventType {
  readonly lane: Lane;
  readonly projection: Projection;
}

const paymentIntent: Projection = {
  object: projectedPaymentIntent,
  previousAttributes: previousPaymentIntent,
};
const charge: Projection = { object: projectedCharge, previousAttributes: previousCharge };

/** The event types Salesforce wants, and the only place to add one. Every other type is answered 200, counted and dropped. */
const EVENT_TYPES: ReadonlyMap<string, EventType> = new Map<string, EventType>([
  ["payment_intent.payment_failed", { lane: "urgent", projection: paymentIntent }],
  ["payment_intent.succeeded", { lane: "standard", projection: paymentIntent }],
  ["payment_intent.processing", { lane: "standard", projection: paymentIntent }],
  ["payment_intent.canceled", { lane: "standard", projection: paymentIntent }],
  ["payment_intent.requires_action", { lane: "standard", projection: paymentIntent }],
  ["charge.succeeded", { lane: "standard", projection: charge }],
]);

export function eventTypeOf(type: string): EventType | undefined {
  return EVENT_TYPES.get(type);
}
