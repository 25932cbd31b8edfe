import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { EventObject } from "../api/operation.ts";
import { DECLINED_CARDS } from "../payment_methods/test-card.ts";
import type { TestAccount } from "../testing/test-account.ts";
import { openTestAccount } from "../testing/test-account.ts";
import type { ScenarioRequest } from "./scenario.ts";
import { customerOf } from "./scenario.ts";
import { SCENARIOS, TRIGGER_TYPES } from "./scenarios.ts";

const PAYMENT: ScenarioRequest = { turn: 0, amount: 2000, currency: "usd", payer: "new" };

let account: TestAccount;

beforeEach(() => {
  account = openTestAccount();
});

afterEach(() => {
  account.close();
});

type Asked = Partial<ScenarioRequest> & { readonly type?: string };

function play({ type = "payment_intent.succeeded", ...request }: Asked): {
  types: string[];
  objects: EventObject[];
} {
  const { events } = account.perform((operation) =>
    SCENARIOS[type]?.(operation, { ...PAYMENT, ...request }),
  );
  return { types: events.map((event) => event.type), objects: events.map(({ object }) => object) };
}

function typesOf(request: Asked): string[] {
  return play(request).types;
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
    const { result: payer } = account.perform((operation) => customerOf(operation, PAYMENT));

    const { types, objects } = play({ payer });

    expect(types).not.toContain("customer.created");
    expect(objects.at(-1)).toMatchObject({ customer: payer.id });
  });
});

describe("every type that can be triggered", () => {
  test.each(TRIGGER_TYPES)("%s happens", (type) => {
    expect(typesOf({ type })).toContain(type);
  });

  test.each(TRIGGER_TYPES)("%s happens to a customer there already", (type) => {
    const { result: payer } = account.perform((operation) => customerOf(operation, PAYMENT));

    expect(typesOf({ type, payer })).toContain(type);
  });
});

describe("a successful payment", () => {
  test.each([
    [500, "jpy"],
    [5120, "kwd"],
  ])("carries %d %s in minor units everywhere", (amount, currency) => {
    const { objects } = play({ amount, currency, payer: "none" });

    for (const object of objects) expect(object).toMatchObject({ amount, currency });
    expect(objects.at(-1)).toMatchObject({ amount_received: amount });
  });

  test("names the charge by id only, and the card in the charge only", () => {
    const [created, charge, settled] = play({ payer: "none" }).objects;

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
      const [, , charge, intent] = play({ type: "payment_intent.payment_failed", turn }).objects;

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
    const { objects } = play({ type: "payment_intent.payment_failed", turn: 1 });

    expect(objects.at(-1)).toMatchObject({
      last_payment_error: {
        code: "card_declined",
        decline_code: "insufficient_funds",
        message: "Your card has insufficient funds.",
      },
    });
  });
});
