import { exports } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";

import { API_VERSIONS, type ApiVersion } from "../../test/fixtures/recorded-event.ts";
import { stripeEvent, versionsOf } from "../../test/fixtures/stripe-events.ts";
import { replaceOutsideWorld } from "../testing/outside-world.ts";
import { signedRequest } from "../testing/signed-request.ts";
import { storedEvent, storedPayload } from "../testing/stored-events.ts";
import { eventTypeOf, FORWARDED_EVENT_TYPES } from "./event-types.ts";

beforeAll(() => {
  replaceOutsideWorld();
});

const LANES = {
  urgent: [
    "checkout.session.completed checkout.session.expired checkout.session.async_payment_succeeded",
    "checkout.session.async_payment_failed customer.subscription.created customer.subscription.deleted",
    "customer.subscription.paused payment_intent.payment_failed invoice.payment_failed charge.dispute.created",
  ],
  standard: [
    "customer.subscription.updated customer.subscription.resumed customer.subscription.trial_will_end",
    "payment_intent.succeeded payment_intent.processing payment_intent.canceled payment_intent.requires_action",
    "invoice.created invoice.updated invoice.deleted invoice.finalized invoice.will_be_due invoice.overdue",
    "invoice.paid invoice.payment_succeeded invoice.voided credit_note.created credit_note.updated",
    "credit_note.voided charge.pending charge.failed charge.captured charge.expired charge.dispute.updated",
    "charge.dispute.funds_withdrawn charge.dispute.funds_reinstated",
    "invoice.marked_uncollectible invoice_payment.paid customer.created customer.deleted charge.succeeded",
    "charge.refunded refund.created refund.updated refund.failed charge.dispute.closed product.created",
    "product.updated product.deleted price.created price.updated price.deleted coupon.created coupon.updated",
    "payout.created payout.updated payout.paid payout.failed payout.canceled payout.reconciliation_completed",
    "coupon.deleted customer.discount.created customer.discount.updated customer.discount.deleted",
    "payment_intent.amount_capturable_updated",
  ],
  bulk: [
    "customer.updated payment_method.attached payment_method.detached payment_method.updated",
    "payment_method.automatically_updated",
  ],
};

/** Values of the recorded events that no use of Salesforce needs, whatever the object. */
const NEVER_SENT = [
  "Xt5EWLLDS7FJjR1c", // a card's fingerprint
  "_secret_",
  "12 rue de la Paix",
  "203.0.113.7",
  "leave at the door", // metadata of another system
];

/** When a card expires is told of a saved one; who was charged by it needs no more. */
const NEVER_SENT_OF_PAYMENTS = [...NEVER_SENT, "exp_month", "exp_year"];

const BEFORE_BASIL: readonly string[] = ["2020-08-27", "2024-06-20"];

/** Plays the recorded event through the route, and reads what the ledger then holds of it. */
async function delivered(
  type: string,
  apiVersion: ApiVersion,
): Promise<{ object: Record<string, unknown>; previous_attributes?: Record<string, unknown> }> {
  const event = stripeEvent(type, { apiVersion });
  const response = await exports.default.fetch(await signedRequest(event));
  expect(response.status).toBe(200);
  expect(await storedEvent(event.id)).toMatchObject({
    type,
    api_version: apiVersion,
    object_id: event.data.object["id"],
    lane: eventTypeOf(type)?.lane,
    created_s: event.created,
  });
  // A payload that is not truncated is written by payloadOf with its object.
  return (await storedPayload(event.id)) as { object: Record<string, unknown> };
}

describe("the event types", () => {
  it.each(Object.entries(LANES))("of the %s lane are these", (lane, types) => {
    const inLane = FORWARDED_EVENT_TYPES.filter((type) => eventTypeOf(type)?.lane === lane);

    expect([...inLane].sort()).toEqual(types.flatMap((line) => line.split(" ")).sort());
  });

  it.each([...FORWARDED_EVENT_TYPES])("%s is recorded in every version that has it", (type) => {
    const since: ApiVersion = type === "invoice_payment.paid" ? "2025-03-31.basil" : "2020-08-27";

    expect(versionsOf(type)).toEqual(API_VERSIONS.slice(API_VERSIONS.indexOf(since)));
  });
});

describe("a recorded event through the real route", () => {
  it.each([...FORWARDED_EVENT_TYPES])(
    "%s has one shape in every API version, and keeps to itself what nobody needs",
    async (type) => {
      const payloads = new Map<ApiVersion, Awaited<ReturnType<typeof delivered>>>();
      for (const apiVersion of versionsOf(type)) {
        payloads.set(apiVersion, await delivered(type, apiVersion));
      }

      const newest = payloads.get("2026-10-28.endive");
      for (const [apiVersion, payload] of payloads) {
        expect(inCommon(payload), apiVersion).toEqual(inCommon(newest));
        const sent = JSON.stringify(payload);
        const never = type.startsWith("payment_method.") ? NEVER_SENT : NEVER_SENT_OF_PAYMENTS;
        expect(never.filter((value) => sent.includes(value))).toEqual([]);
      }
    },
  );

  /** What an older version knows and a newer does not, or the other way round: everything else is equal. */
  function inCommon(payload: Awaited<ReturnType<typeof delivered>> | undefined): unknown {
    if (payload === undefined) return undefined;
    const { object, previous_attributes: previous, ...rest } = payload;
    const kind = object["object"];
    const common = { ...object };
    if (kind === "payment_intent" || kind === "charge") delete common["invoice"];
    if (kind === "payment_intent") delete common["payment_method_details"];
    if (kind === "charge") delete common["outcome"];
    if (kind === "subscription") delete common["discounts"];
    if (kind === "discount") {
      delete common["percent_off"];
      delete common["amount_off"];
      delete common["currency"];
      delete common["duration"];
    }
    if (kind === "invoice") {
      delete common["payments"];
      delete common["status_details"];
    }
    return { ...rest, object: common, previous_attributes: withPeriodsOnly(previous) };
  }

  /** A change of period names whole items since basil, and before it only the period. */
  function withPeriodsOnly(previous: Record<string, unknown> | undefined): unknown {
    if (previous?.["items"] === undefined) return previous;
    // The test of this type asserts the items; the others have none.
    const { data } = previous["items"] as { data: Record<string, unknown>[] };
    const periods = data.map((item) => ({
      id: item["id"],
      current_period_start: item["current_period_start"],
      current_period_end: item["current_period_end"],
    }));
    return { ...previous, items: { data: periods } };
  }
});

describe("what only some versions know", () => {
  it.each(API_VERSIONS)("in %s, of a payment, is its invoice and its card", async (apiVersion) => {
    const invoice = BEFORE_BASIL.includes(apiVersion) ? "in_1QRelayFixtureInv01" : undefined;

    const { object: intent } = await delivered("payment_intent.succeeded", apiVersion);
    const { object: failed } = await delivered("payment_intent.payment_failed", apiVersion);
    const { object: charge } = await delivered("charge.succeeded", apiVersion);

    expect([intent["invoice"], charge["invoice"]]).toEqual([invoice, invoice]);
    const card = { type: "card", card: { brand: "visa", last4: "4242" } };
    expect(charge["payment_method_details"]).toEqual(card);
    expect(intent["payment_method_details"]).toEqual(
      apiVersion === "2020-08-27" ? card : undefined,
    );
    expect(failed["payment_method_details"]).toEqual({
      type: "card",
      card: { brand: "visa", last4: "9995" },
    });
  });

  it.each(API_VERSIONS)(
    "in %s, of an invoice, is its PaymentIntent and why it is uncollectible",
    async (apiVersion) => {
      const { object: paid } = await delivered("invoice.paid", apiVersion);
      const { object: given } = await delivered("invoice.marked_uncollectible", apiVersion);

      const intent = { payment_intent: "pi_3QRelayOkAAAAAAA1hIjKlMn" };
      expect(paid["payments"]).toEqual(
        BEFORE_BASIL.includes(apiVersion) ? { data: [{ payment: intent }] } : undefined,
      );
      expect(given["status_details"]).toEqual(
        apiVersion === "2026-10-28.endive"
          ? { uncollectible: { reason: "payment_not_received" } }
          : null,
      );
    },
  );

  it.each(API_VERSIONS)("in %s, of a discount, is its coupon's terms", async (apiVersion) => {
    const { object } = await delivered("customer.subscription.created", apiVersion);

    const percent = { percent_off: 20.5, amount_off: null, currency: null };
    const duration = { duration: expect.any(String) as string, end: null };
    const terms = { coupon: "RELAY20", ...percent, ...duration };
    expect(object["discounts"]).toEqual([
      { id: "di_1QRelayFixtureDis01", ...(BEFORE_BASIL.includes(apiVersion) ? terms : {}) },
    ]);
  });
});

describe("what Apex reads", () => {
  it("of a renewal is the new period of each item, and the old one in the previous attributes", async () => {
    const payload = await delivered("customer.subscription.updated", "2020-08-27");

    const now = { current_period_start: 1_794_999_900, current_period_end: 1_797_591_900 };
    expect(payload.object["items"]).toMatchObject({ data: [{ quantity: 3, ...now }] });
    expect(payload.previous_attributes).toEqual({
      items: {
        data: [
          {
            id: "si_QRelayFixtureItm01",
            current_period_start: 1_792_407_900,
            current_period_end: 1_794_999_900,
          },
        ],
      },
    });
  });

  it("of an invoice before basil is where it comes from, its taxes and what its lines price", async () => {
    const { object } = await delivered("invoice.paid", "2020-08-27");

    expect(object).toMatchObject({
      parent: {
        subscription_details: {
          subscription: "sub_1QRelayFixtureSub01",
          metadata: { salesforce_subscription_id: "a0Bxx0000004C92EAE" },
        },
      },
      total_taxes: [{ amount: 954 }],
      lines: {
        has_more: false,
        data: [
          {
            pricing: {
              price_details: {
                price: "price_1QRelayFixturePro01",
                product: "prod_QRelayFixture01",
              },
            },
            parent: {
              subscription_item_details: { proration: false },
            },
          },
        ],
      },
    });
  });

  it("of a payment of an invoice is both ids", async () => {
    const { object } = await delivered("invoice_payment.paid", "2026-10-28.endive");

    expect(object).toMatchObject({
      invoice: "in_1QRelayFixtureInv01",
      status: "paid",
      payment: { payment_intent: "pi_3QRelayOkAAAAAAA1hIjKlMn" },
    });
  });

  it("of a card that was replaced is the new digits and their end, and the old ones in the previous attributes", async () => {
    const payload = await delivered("payment_method.automatically_updated", "2026-10-28.endive");

    expect(payload.object["card"]).toEqual({
      brand: "visa",
      last4: "1881",
      exp_month: 8,
      exp_year: 2034,
    });
    expect(payload.previous_attributes).toEqual({ card: { exp_year: 2030, last4: "4242" } });
  });

  it("of a deleted customer is that it is gone", async () => {
    const { object } = await delivered("customer.deleted", "2026-10-28.endive");

    expect(object["deleted"]).toBe(true);
  });

  it("of every event is the API request that caused it, where one did", async () => {
    const byRequest = await delivered("customer.updated", "2026-10-28.endive");
    const byStripe = await delivered("invoice.paid", "2026-10-28.endive");

    expect(byRequest).toHaveProperty("request", {
      id: "req_RelayFixture01",
      idempotency_key: "6f4c1f52-5a44-4a3c-8f4c-000000000001",
    });
    expect(byStripe).not.toHaveProperty("request");
  });
});
