import { setImmediate } from "node:timers/promises";
import type { DatabaseSync } from "node:sqlite";
import type Stripe from "stripe";
import type { DeliveryStore } from "../deliveries/delivery-store.ts";
import type { WireEvent } from "../events/event.ts";
import { newEvent, newRequest } from "../events/event.ts";
import type { EventStore } from "../events/event-store.ts";
import { inTransaction } from "../store/database.ts";
import type { ObjectStore } from "../store/object-store.ts";
import { planDeliveries } from "./delivery-plan.ts";
import { playScenario } from "./scenario.ts";
import type { TriggerRequest } from "./trigger-request.ts";

export interface TriggerContext {
  readonly database: DatabaseSync;
  readonly objects: ObjectStore;
  readonly events: EventStore;
  readonly deliveries: DeliveryStore;
  /** The version of events when the trigger names none. */
  readonly apiVersion: string;
}

/** An event a trigger made, with what is needed to follow it. */
export interface TriggeredEvent {
  readonly id: string;
  readonly type: WireEvent["type"];
  /** The id of the object the event carries. */
  readonly object: string;
  /** The PaymentIntent the event belongs to, if any. */
  readonly payment_intent: string | null;
}

export type Triggered =
  | { readonly ok: true; readonly events: readonly TriggeredEvent[] }
  | { readonly ok: false; readonly complaint: string };

/** How much later the repeat of a duplicated event comes. */
const LATER_MS = 5000;

/** Scenarios played before other requests get their turn. */
const SCENARIOS_AT_A_TIME = 50;

/**
 * Plays scenarios, keeps their objects and events, and files the deliveries. Deliveries are filed last, all at once,
 * so that a shuffle covers the whole run.
 */
export async function trigger(
  context: TriggerContext,
  request: TriggerRequest,
): Promise<Triggered> {
  const payer = payerOf(context.objects, request.customer);
  if (payer === undefined) {
    return { ok: false, complaint: `customer: No such customer: '${request.customer}'` };
  }
  const made: TriggeredEvent[] = [];
  for (let turn = 0; turn < request.count; turn += SCENARIOS_AT_A_TIME) {
    const upTo = Math.min(turn + SCENARIOS_AT_A_TIME, request.count);
    inTransaction(context.database, () => {
      for (let each = turn; each < upTo; each++)
        made.push(...playOne(context, request, payer, each));
    });
    await setImmediate();
  }
  const planned = planDeliveries(
    made.map(({ id }) => id),
    {
      copies: request.duplicate,
      laterMs: LATER_MS,
      shuffleSeed: seedOf(request.shuffle),
    },
  );
  context.deliveries.add(planned, Date.now(), false);
  return { ok: true, events: made };
}

function playOne(
  { objects, events, apiVersion }: TriggerContext,
  request: TriggerRequest,
  payer: "new" | "none" | Stripe.Customer,
  turn: number,
): TriggeredEvent[] {
  const created = Math.floor(Date.now() / 1000);
  const { type, amount, currency } = request;
  const scenario = playScenario({ type, turn, created, amount, currency, payer });
  for (const object of scenario.objects) objects.save(object);
  const apiRequest = newRequest();
  return scenario.occurrences.map((occurrence) => {
    const event = newEvent(occurrence, {
      created,
      apiVersion: request.apiVersion ?? apiVersion,
      request: apiRequest,
      findCharge: (id) => objects.find("charge", id),
    });
    events.add(event);
    return {
      id: event.id,
      type: event.type,
      object: occurrence.object.id,
      payment_intent: paymentIntentOf(occurrence.object),
    };
  });
}

function payerOf(
  objects: ObjectStore,
  customer: string,
): "new" | "none" | Stripe.Customer | undefined {
  return customer === "new" || customer === "none" ? customer : objects.find("customer", customer);
}

function paymentIntentOf(
  object: Stripe.Charge | Stripe.Customer | Stripe.PaymentIntent,
): string | null {
  switch (object.object) {
    case "payment_intent":
      return object.id;
    case "charge":
      return typeof object.payment_intent === "string" ? object.payment_intent : null;
    case "customer":
      return null;
  }
}

function seedOf(shuffle: boolean | number): number | undefined {
  if (typeof shuffle === "number") return shuffle;
  return shuffle ? Date.now() : undefined;
}
