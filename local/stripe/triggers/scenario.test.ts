import { describe, expect, test } from "vitest";
import { DECLINED_CARDS } from "../payment_methods/test-card.ts";
import type { ScenarioRequest } from "./scenario.ts";
import { playScenario } from "./scenario.ts";

const PAYMENT: ScenarioRequest = {
  type: "payment_intent.succeeded",
  turn: 0,
  created: 1_795_000_000,
  amount: 2000,
  currency: "usd",
  payer: "new",
};

function typesOf(request: Partial<ScenarioRequest>): string[] {
  return playScenario({ ...PAYMENT, ...request }).occurrences.map(({ type }) => type);
}

describe("what a trigger causes", () => {
  test("a payment by a new customer is four events", () => {
    expect(typesOf({})).toEqual([
      "customer.created",
      "payment_intent.created",
      "charge.succeeded",
      "payment_intent.succeeded",
    ]);
  });

  test("a payment by nobody known is the three events of the Stripe CLI", () => {
    expect(typesOf({ payer: "none", type: "charge.succeeded" })).toEqual([
      "payment_intent.created",
      "charge.succeeded",
      "payment_intent.succeeded",
    ]);
  });

  test("a declined payment is a failed charge and a failed intent", () => {
    expect(typesOf({ type: "payment_intent.payment_failed" })).toEqual([
      "customer.created",
      "payment_intent.created",
      "charge.failed",
      "payment_intent.payment_failed",
    ]);
  });

  test("a customer there already is not created again", () => {
    const [first] = playScenario({ ...PAYMENT, type: "customer.created" }).occurrences;
    if (first?.type !== "customer.created") throw new Error("No customer was created");

    const scenario = playScenario({ ...PAYMENT, payer: first.object });

    expect(scenario.occurrences.map(({ type }) => type)).not.toContain("customer.created");
    expect(scenario.occurrences.at(-1)?.object).toMatchObject({ customer: first.object.id });
  });
});

describe("a successful payment", () => {
  test.each([
    [500, "jpy"],
    [5120, "kwd"],
  ])("carries %d %s in minor units everywhere", (amount, currency) => {
    const { occurrences } = playScenario({ ...PAYMENT, amount, currency, payer: "none" });

    for (const { object } of occurrences) expect(object).toMatchObject({ amount, currency });
    expect(occurrences.at(-1)?.object).toMatchObject({ amount_received: amount });
  });

  test("names the charge by id only, and the card in the charge only", () => {
    const { occurrences } = playScenario({ ...PAYMENT, payer: "none" });
    const [created, charge, settled] = occurrences.map(({ object }) => object);

    expect(created).toMatchObject({ status: "requires_payment_method", latest_charge: null });
    expect(charge).toMatchObject({
      payment_intent: settled?.id,
      payment_method_details: { card: { brand: "visa", last4: "4242" } },
    });
    expect(settled).toMatchObject({ status: "succeeded", latest_charge: charge?.id });
    expect(settled).not.toHaveProperty("charges");
  });
});

describe("a declined payment", () => {
  test.each(DECLINED_CARDS.map((card, turn) => ({ turn, decline: card.decline })))(
    "in turn $turn says $decline.declineCode in Stripe's words",
    ({ turn, decline }) => {
      const scenario = playScenario({ ...PAYMENT, type: "payment_intent.payment_failed", turn });
      const [, , charge, intent] = scenario.occurrences.map(({ object }) => object);

      expect(charge).toMatchObject({
        status: "failed",
        paid: false,
        amount_captured: 0,
        failure_code: decline?.code,
        failure_message: decline?.message,
        outcome: { type: "issuer_declined", reason: decline?.declineCode },
      });
      expect(intent).toMatchObject({
        status: "requires_payment_method",
        amount_received: 0,
        latest_charge: charge?.id,
        payment_method: null,
        last_payment_error: {
          type: "card_error",
          code: decline?.code,
          decline_code: decline?.declineCode,
          message: decline?.message,
          payment_method: { object: "payment_method", type: "card" },
        },
      });
    },
  );

  test("insufficient funds is worded as Stripe words it", () => {
    const scenario = playScenario({ ...PAYMENT, type: "payment_intent.payment_failed", turn: 1 });

    expect(scenario.occurrences.at(-1)?.object).toMatchObject({
      last_payment_error: {
        code: "card_declined",
        decline_code: "insufficient_funds",
        message: "Your card has insufficient funds.",
      },
    });
  });
});
