import type Stripe from "stripe";
import type { Kept } from "../api-version.ts";
import { newCharge } from "../charges/charge.ts";
import { newCustomer } from "../customers/customer.ts";
import type { Occurrence } from "../events/event.ts";
import { failed, newPaymentIntent, succeeded } from "../payment_intents/payment-intent.ts";
import { newPaymentMethod } from "../payment_methods/payment-method.ts";
import type { TestCard } from "../payment_methods/test-card.ts";
import { cardInTurn, DECLINED_CARDS, GOOD_CARDS } from "../payment_methods/test-card.ts";

export const TRIGGER_TYPES = [
  "charge.succeeded",
  "customer.created",
  "payment_intent.payment_failed",
  "payment_intent.succeeded",
] as const;

export type TriggerType = (typeof TRIGGER_TYPES)[number];

export interface ScenarioRequest {
  readonly type: TriggerType;
  /** Which of a run of scenarios this is, from 0; test cards and people take turns by it. */
  readonly turn: number;
  /** Seconds since 1970. */
  readonly created: number;
  /** In the currency's smallest unit. */
  readonly amount: number;
  readonly currency: string;
  /** Who pays: someone new, nobody known, or a customer there already. */
  readonly payer: "new" | "none" | Stripe.Customer;
}

/** What happened, in order, and the objects as they stand afterwards. */
export interface Scenario {
  readonly occurrences: readonly Occurrence[];
  readonly objects: readonly Kept[];
}

/** Plays the requests the Stripe CLI's fixture for a type makes, and tells what they cause. */
export function playScenario(request: ScenarioRequest): Scenario {
  switch (request.type) {
    case "customer.created": {
      const customer = newPerson(request);
      return {
        occurrences: [{ type: "customer.created", object: customer }],
        objects: [customer],
      };
    }
    case "charge.succeeded":
    case "payment_intent.succeeded":
      return playPayment(request, cardInTurn(GOOD_CARDS, request.turn));
    case "payment_intent.payment_failed":
      return playPayment(request, cardInTurn(DECLINED_CARDS, request.turn));
  }
}

function playPayment(request: ScenarioRequest, card: TestCard): Scenario {
  const { created, amount, currency, payer } = request;
  const customer = payer === "new" ? newPerson(request) : payer === "none" ? null : payer;
  const paymentMethod = newPaymentMethod(created, card, customer);
  const intent = newPaymentIntent({ created, amount, currency, customer: customer?.id ?? null });
  const charge = newCharge({ intent, paymentMethod, card, customer });
  const settled =
    card.decline === undefined
      ? succeeded(intent, charge)
      : failed(intent, charge, paymentMethod, card.decline);
  const before: Occurrence[] =
    payer === "new" && customer !== null ? [{ type: "customer.created", object: customer }] : [];
  const outcome: Occurrence[] =
    card.decline === undefined
      ? [
          { type: "charge.succeeded", object: charge },
          { type: "payment_intent.succeeded", object: settled },
        ]
      : [
          { type: "charge.failed", object: charge },
          { type: "payment_intent.payment_failed", object: settled },
        ];
  return {
    occurrences: [...before, { type: "payment_intent.created", object: intent }, ...outcome],
    objects: [...(customer === null ? [] : [customer]), paymentMethod, settled, charge],
  };
}

const PEOPLE = ["Jenny Rosen", "Ada Okafor", "Kenji Sato", "Lucía Ortega", "Noor Al-Sabah"];

function newPerson({ created, turn }: ScenarioRequest): Stripe.Customer {
  const name = PEOPLE[turn % PEOPLE.length] ?? "Jenny Rosen";
  const local = name
    .normalize("NFD")
    .replaceAll(/[^A-Za-z]+/g, ".")
    .toLowerCase();
  return newCustomer(created, { name, email: `${local}.${created}.${turn}@example.com` });
}
