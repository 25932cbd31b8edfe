import { setImmediate } from "node:timers/promises";
import type Stripe from "stripe";
import type { Account } from "../account.ts";
import type { Emitted } from "../new-operation.ts";
import { planDeliveries } from "../deliveries/delivery-plan.ts";
import type { EventType } from "../events/event.ts";
import { newRequest } from "../events/event.ts";
import type { ObjectStore } from "../store/object-store.ts";
import { SCENARIOS } from "./scenarios.ts";
import type { TriggerRequest } from "./trigger-request.ts";

/** An event a trigger made, with what is needed to follow it. */
export interface TriggeredEvent {
  readonly id: string;
  readonly type: EventType;
  /** The id of the object the event carries; none for an invoice that is still to come. */
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
 * Plays scenarios and files the deliveries of their events. Deliveries are filed last, all at once, so that a shuffle
 * covers the whole run.
 */
export async function trigger(account: Account, request: TriggerRequest): Promise<Triggered> {
  const scenario = SCENARIOS[request.type];
  const payer = payerOf(account.objects, request.customer);
  if (scenario === undefined) throw new Error(`No scenario makes ${request.type}`);
  if (payer === undefined) {
    return { ok: false, complaint: `customer: No such customer: '${request.customer}'` };
  }
  const { amount, currency, apiVersion } = request;
  const made: Emitted[] = [];
  for (let turn = 0; turn < request.count; turn++) {
    const { events } = account.perform(
      { request: newRequest(), apiVersion, held: true },
      (operation) => scenario(operation, { turn, amount, currency, payer }),
    );
    made.push(...events);
    if (turn % SCENARIOS_AT_A_TIME === SCENARIOS_AT_A_TIME - 1) await setImmediate();
  }
  const planned = planDeliveries(
    made.flatMap(({ deliveries }) => deliveries),
    { copies: request.duplicate, laterMs: LATER_MS, shuffleSeed: seedOf(request.shuffle) },
  );
  account.deliveries.together(() => account.deliveries.add(planned, Date.now(), false));
  return { ok: true, events: made.map(followed) };
}

function payerOf(
  objects: ObjectStore,
  customer: string,
): "new" | "none" | Stripe.Customer | undefined {
  return customer === "new" || customer === "none" ? customer : objects.find("customer", customer);
}

function followed({ id, type, object }: Emitted): TriggeredEvent {
  return { id, type, object: object.id ?? "", payment_intent: paymentIntentOf(object) };
}

function paymentIntentOf(object: Emitted["object"]): string | null {
  if (object.object === "payment_intent") return object.id ?? null;
  const holder: object = "payment" in object ? object.payment : object;
  const reference = Object.entries(holder).find(
    ([name]) => name === "payment_intent",
  )?.[1] as unknown;
  return typeof reference === "string" ? reference : null;
}

function seedOf(shuffle: boolean | number): number | undefined {
  if (typeof shuffle === "number") return shuffle;
  return shuffle ? Date.now() : undefined;
}
