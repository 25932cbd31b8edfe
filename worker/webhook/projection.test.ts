import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { stripeEvent, versionsOf } from "../../test/fixtures/stripe-events.ts";
import { contractOf, fieldsOf, OF_EVERY_OBJECT } from "../testing/payload-contract.ts";
import { readEvent } from "./admission.ts";
import { eventTypeOf, FORWARDED_EVENT_TYPES } from "./event-types.ts";
import { MAX_PAYLOAD_CHARACTERS } from "./payload.ts";

const received = { atMs: 1_795_000_003_000, correlationId: "correlation" };

function payloadOf(json: unknown): { object: Record<string, unknown> } & Record<string, unknown> {
  const reading = readEvent(json, received);
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  if (reading.value.kind !== "wanted") throw new Error("The type is not wanted.");
  // Every payload is written by payloadOf in payload.ts as {"object":{…},…}.
  return JSON.parse(reading.value.event.payload) as { object: Record<string, unknown> };
}

const CARD = { type: "card", card: { brand: "visa", last4: "4242" } };

function pathsIn(value: unknown, at = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const step = Array.isArray(value) ? "*" : key;
    const path = at === "" ? step : `${at}.${step}`;
    return [path, ...pathsIn(inner, path)];
  });
}

const ONLY_WHEN_SENT = [
  "address",
  "amount_paid_off_stripe",
  "applies_to",
  "deleted",
  "invoice",
  "payments",
  "payment_method_details",
  "card",
];

/** Paths of the payload that the contract does not name. */
function outsideContract(type: string, payload: unknown): string[] {
  const contract = contractOf(type);
  return pathsIn(payload).filter(
    (path) => !contract.has(path.replace(/\.metadata\.salesforce_.*$/, ".metadata")),
  );
}

/** Anything at all, and values that look like what Stripe might put there. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.record({ id: fc.string({ minLength: 1, maxLength: 20 }), card: fc.jsonValue() }),
);

describe("what leaves the edge", () => {
  it.each([...FORWARDED_EVENT_TYPES])("of %s is all of the contract, and nothing else", (type) => {
    const payload = payloadOf(stripeEvent(type));

    expect(outsideContract(type, payload)).toEqual([]);
    const kind = eventTypeOf(type)?.object ?? "charge";
    const topLevel = fieldsOf(kind).filter((path) => !path.includes("."));
    const missing = [...OF_EVERY_OBJECT, ...topLevel].filter((path) => !(path in payload.object));
    expect(missing.filter((path) => !ONLY_WHEN_SENT.includes(path))).toEqual([]);
  });

  it("takes the card from an expanded charge, an expanded payment method, or the failed one", () => {
    const charge = { id: "ch_1", payment_method_details: CARD };
    const method = { id: "pm_1", ...CARD };

    const ofCharge = payloadOf(
      stripeEvent("payment_intent.succeeded", { object: { latest_charge: charge } }),
    );
    const ofMethod = payloadOf(
      stripeEvent("payment_intent.succeeded", { object: { payment_method: method } }),
    );
    const ofFailure = payloadOf(stripeEvent("payment_intent.payment_failed"));

    expect(ofCharge.object).toMatchObject({ latest_charge: "ch_1", payment_method_details: CARD });
    expect(ofMethod.object).toMatchObject({ payment_method_details: CARD });
    expect(ofFailure.object["payment_method_details"]).toEqual({
      type: "card",
      card: { brand: "visa", last4: "9995" },
    });
  });

  it("names another payment method by its type alone", () => {
    const sepa = { type: "sepa_debit", sepa_debit: { last4: "3000", fingerprint: "secret" } };

    const { object } = payloadOf(
      stripeEvent("charge.succeeded", { object: { payment_method_details: sepa } }),
    );

    expect(object["payment_method_details"]).toEqual({ type: "sepa_debit" });
  });

  it("accepts a customer that is expanded, deleted or absent", () => {
    const expanded = payloadOf(
      stripeEvent("charge.succeeded", { object: { customer: { id: "cus_1", deleted: true } } }),
    );
    const absent = payloadOf(stripeEvent("charge.succeeded", { object: { customer: null } }));

    expect(expanded.object["customer"]).toBe("cus_1");
    expect(absent.object["customer"]).toBeNull();
  });

  it("carries the address of a company, and of nobody else", () => {
    const address = { line1: "1 Main St", city: "Berlin", country: "DE", fingerprint: "secret" };
    const metadata = { salesforce_account_id: "001000000000001AAA" };
    const moved = { address: { city: "Bonn" } };
    const company = stripeEvent("customer.updated", { object: { address, metadata } });
    company.data.previous_attributes = moved;
    const person = stripeEvent("customer.updated", { object: { address } });
    person.data.previous_attributes = moved;

    const nowhere = { line2: null, state: null, postal_code: null };
    expect(payloadOf(company)).toMatchObject({
      object: { address: { line1: "1 Main St", city: "Berlin", country: "DE", ...nowhere } },
      previous_attributes: moved,
    });
    expect(JSON.stringify(payloadOf(company))).not.toContain("secret");
    expect(payloadOf(person)["previous_attributes"]).toEqual({});
    expect(payloadOf(person).object).not.toHaveProperty("address");
  });

  it("carries the previous attributes that Apex compares, and no other", () => {
    const event = stripeEvent("payment_intent.succeeded");
    event.data.previous_attributes = { status: "processing", client_secret: "secret" };

    expect(payloadOf(event)["previous_attributes"]).toEqual({ status: "processing" });
  });

  it("is ids only when the payload does not fit its field", () => {
    const metadata = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`salesforce_${index}`, "x".repeat(500)]),
    );

    const payload = payloadOf(stripeEvent("customer.created", { object: { metadata } }));

    expect(payload).toEqual({
      object: { id: "cus_RelayFixture01", object: "customer" },
      truncated: true,
    });
  });

  it("is never anything outside the contract, whatever Stripe or somebody else puts in", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FORWARDED_EVENT_TYPES),
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.array(fc.tuple(fc.nat(), anything), { maxLength: 4 }),
        fc.option(fc.dictionary(fc.string(), fc.jsonValue()), { nil: undefined }),
        fc.nat(),
        (type, unknownKeys, replaced, previous, pick) => {
          const versions = versionsOf(type);
          const apiVersion = versions[pick % versions.length] ?? "2026-10-28.endive";
          const event = stripeEvent(type, { apiVersion });
          const keys = Object.keys(event.data.object);
          event.data.object = { ...unknownKeys, ...event.data.object };
          for (const [at, value] of replaced) {
            event.data.object[keys[at % keys.length] ?? "metadata"] = value;
          }
          if (previous !== undefined) {
            event.data.previous_attributes = { ...event.data.object, ...previous };
          }

          const reading = readEvent(JSON.parse(JSON.stringify(event)), received);

          if (!reading.ok) {
            expect(reading.error.reason).toBe("body_shape_unknown");
            return;
          }
          if (reading.value.kind !== "wanted") throw new Error("The type is wanted.");
          const { payload } = reading.value.event;
          expect(payload.length).toBeLessThanOrEqual(MAX_PAYLOAD_CHARACTERS);
          expect(outsideContract(type, JSON.parse(payload))).toEqual([]);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it("does not depend on fields Stripe may leave out: of an object only its id and kind are needed", () => {
    for (const type of FORWARDED_EVENT_TYPES) {
      const event = stripeEvent(type);
      const { id, object } = event.data.object;
      event.data = { object: { id, object }, previous_attributes: {} };

      const payload = payloadOf(event);

      expect(payload.object).toMatchObject({ id, object });
      expect(outsideContract(type, payload)).toEqual([]);
      expect(payload["previous_attributes"]).toEqual({});
    }
  });

  it("understands words, currencies and fractions that Stripe has not used so far", () => {
    const invoice = payloadOf(
      stripeEvent("invoice.paid", { object: { status: "written_off", currency: "usdc" } }),
    );
    const price = { id: "price_1", unit_amount: null, unit_amount_decimal: 0.000_01 };
    const subscription = payloadOf(
      stripeEvent("customer.subscription.created", {
        object: { items: { data: [{ id: "si_1", price }], has_more: false } },
      }),
    );

    expect(invoice.object).toMatchObject({ status: "written_off", currency: "usdc" });
    expect(subscription.object["items"]).toMatchObject({
      data: [{ price: { unit_amount: null, unit_amount_decimal: "0.00001" } }],
    });
  });

  it("of a discount is its terms wherever the version keeps them", () => {
    const terms = { percent_off: 10, amount_off: null, currency: null, duration: "once" };
    const coupon = { id: "C1", ...terms, name: "Secret" };
    const flat = { id: "di_1", coupon: "C1", ...terms, end: null };
    const discountsOf = (object: Record<string, unknown>): unknown =>
      payloadOf(stripeEvent("customer.subscription.created", { object })).object["discounts"];

    expect(discountsOf({ discounts: [{ id: "di_1", coupon }] })).toEqual([flat]);
    expect(discountsOf({ discounts: [{ id: "di_1", source: { coupon } }] })).toEqual([flat]);
    expect(discountsOf({ discounts: [{ id: "di_1", source: { coupon: "C1" } }] })).toEqual([
      { id: "di_1", coupon: "C1" },
    ]);
    expect(discountsOf({ discounts: undefined, discount: { id: "di_1", coupon } })).toEqual([flat]);
    expect(discountsOf({ discounts: ["di_1", "di_2"], discount: { id: "di_1", coupon } })).toEqual([
      { id: "di_1" },
      { id: "di_2" },
    ]);
    expect(discountsOf({ discounts: undefined, discount: null })).toEqual([]);
    expect(discountsOf({ discounts: undefined })).toBeNull();
  });

  it("of an item is all that tells what it costs, its own discounts flat like the others", () => {
    const price = {
      id: "price_1",
      billing_scheme: "per_unit",
      unit_amount: null,
      unit_amount_decimal: "12.5",
      transform_quantity: { divide_by: 100, round: "up" },
      recurring: { interval: "month", interval_count: 1, usage_type: "metered" },
    };
    const discounts = ["di_1", { id: "di_2", source: { coupon: "C2" } }];
    const { object } = payloadOf(
      stripeEvent("customer.subscription.created", {
        object: { items: { data: [{ id: "si_1", price, discounts }], has_more: true } },
      }),
    );

    expect(object["items"]).toMatchObject({
      has_more: true,
      data: [{ id: "si_1", price, discounts: [{ id: "di_1" }, { id: "di_2", coupon: "C2" }] }],
    });
  });

  it("of an older invoice is a parent, taxes and lines, whatever it comes from", () => {
    const older = (object: Record<string, unknown>): Record<string, unknown> =>
      payloadOf(stripeEvent("invoice.paid", { apiVersion: "2020-08-27", object })).object;
    const line = { id: "il_1", type: "invoiceitem", proration: true, price: null };

    const ofQuote = older({ subscription: null, quote: "qt_1", total_tax_amounts: undefined });
    const manual = older({
      subscription: null,
      total_tax_amounts: undefined,
      tax: null,
      payment_intent: null,
      lines: { data: [line] },
    });
    const expanded = older({ subscription: { id: "sub_1" }, subscription_details: undefined });

    expect(ofQuote).toMatchObject({
      parent: null,
      total_taxes: [{ amount: 954 }],
    });
    expect(manual).toMatchObject({
      parent: null,
      total_taxes: [],
      lines: {
        data: [
          {
            pricing: null,
            parent: {
              invoice_item_details: { proration: true },
              subscription_item_details: null,
            },
          },
        ],
      },
    });
    expect(manual).not.toHaveProperty("payments");
    expect(expanded["parent"]).toEqual({
      subscription_details: { subscription: "sub_1", metadata: {} },
    });
  });

  it.each([
    ["2020-08-27", { type: "invoiceitem", proration: true }],
    ["2020-08-27", { type: "subscription", proration: true }],
    ["2024-06-20", { type: "invoiceitem", proration: true, subscription_item: "si_1" }],
    ["2025-03-31.basil", { parent: { invoice_item_details: { proration: true } } }],
    ["2025-03-31.basil", { parent: { subscription_item_details: { proration: true } } }],
    ["2026-10-28.endive", { parent: { invoice_item_details: { proration: true } } }],
    ["2026-10-28.endive", { parent: { subscription_item_details: { proration: true } } }],
  ] as const)("of a line that is a part of a period says so in %s: %o", (apiVersion, line) => {
    const lines = { has_more: false, data: [{ id: "il_1", ...line }] };

    const { object } = payloadOf(stripeEvent("invoice.paid", { apiVersion, object: { lines } }));

    expect(JSON.stringify(object["lines"])).toContain('{"proration":true');
  });

  it.each([
    ["2020-08-27", { type: "subscription", subscription_item: "si_1" }],
    ["2024-06-20", { type: "subscription", proration: false, subscription_item: "si_1" }],
    ["2025-03-31.basil", itsParent("si_1")],
    ["2026-10-28.endive", itsParent("si_1")],
    ["2026-10-28.endive", itsParent({ id: "si_1", object: "subscription_item" })],
  ] as const)("of a line is the item it bills in %s: %o", (apiVersion, line) => {
    const lines = { has_more: false, data: [{ id: "il_1", ...line }] };

    const { object } = payloadOf(stripeEvent("invoice.paid", { apiVersion, object: { lines } }));

    expect(object["lines"]).toMatchObject({
      data: [{ parent: { subscription_item_details: { subscription_item: "si_1" } } }],
    });
  });

  it("of an older invoice marked as paid by hand is that all of it was paid outside Stripe", () => {
    const older = (object: Record<string, unknown>): Record<string, unknown> =>
      payloadOf(stripeEvent("invoice.paid", { apiVersion: "2020-08-27", object })).object;

    const byHand = older({ paid_out_of_band: true, amount_paid: 5724 });
    const byCard = older({ paid_out_of_band: false, amount_paid: 5724 });

    expect(byHand["amount_paid_off_stripe"]).toBe(5724);
    expect(byCard).not.toHaveProperty("amount_paid_off_stripe");
  });

  it("says of an invoice that it is deleted only when it is", () => {
    expect(payloadOf(stripeEvent("invoice.deleted")).object["deleted"]).toBe(true);
    expect(payloadOf(stripeEvent("invoice.created")).object).not.toHaveProperty("deleted");
  });

  it("of an older item's past is its whole item with the subscription's past period", () => {
    const event = stripeEvent("customer.subscription.updated", { apiVersion: "2020-08-27" });
    event.data.previous_attributes = {
      current_period_end: 1_000,
      items: { data: [{ id: "si_old", quantity: 1 }] },
    };

    expect(payloadOf(event)["previous_attributes"]).toEqual({
      items: { data: [{ id: "si_old", quantity: 1, current_period_end: 1_000 }] },
    });
  });

  it("is an amount only when it is a whole number JavaScript holds exactly", () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.maxSafeInteger()), (number) => {
        // JSON has no negative zero.
        const amount = Object.is(number, -0) ? 0 : number;
        const event = stripeEvent("charge.succeeded", { object: { amount } });

        const isWhole = Number.isSafeInteger(amount);
        // JSON writes -0 as 0, which is the same amount.
        expect(payloadOf(event)).toMatchObject(
          isWhole
            ? { object: { amount: amount + 0 } }
            : { object: { object: "charge" }, truncated: true },
        );
      }),
      { examples: [[-0]] },
    );
  });
});

/** What a line comes from, as versions since basil tell it. */
function itsParent(item: unknown): object {
  return {
    parent: {
      invoice_item_details: null,
      subscription_item_details: { proration: false, subscription_item: item },
      type: "subscription_item_details",
    },
  };
}
