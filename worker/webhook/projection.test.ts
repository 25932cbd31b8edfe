import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { API_VERSIONS, RECORDED_TYPES, stripeEvent } from "../../test/fixtures/stripe-events.ts";
import { readEvent } from "./admission.ts";
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

const ALLOWED_PATHS: ReadonlySet<string> = new Set([
  "object",
  ...[
    "id object amount amount_received currency status customer created livemode description metadata",
    "latest_charge payment_method payment_method_types payment_method_types.* invoice cancellation_reason",
    "last_payment_error last_payment_error.type last_payment_error.code last_payment_error.decline_code",
    "last_payment_error.message payment_intent payment_method_details payment_method_details.type",
    "payment_method_details.card payment_method_details.card.brand payment_method_details.card.last4",
  ].flatMap((line) => line.split(" ").map((path) => `object.${path}`)),
  "truncated",
  "previous_attributes",
  ...["amount", "amount_received", "currency", "status", "customer", "latest_charge"].map(
    (key) => `previous_attributes.${key}`,
  ),
  "previous_attributes.payment_method",
]);

function pathsIn(value: unknown, at = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const step = Array.isArray(value) ? "*" : key;
    const path = at === "" ? step : `${at}.${step}`;
    return [path, ...pathsIn(inner, path)];
  });
}

function isAllowed(path: string): boolean {
  return ALLOWED_PATHS.has(path) || /^object\.metadata\.salesforce_[^.]*$/.test(path);
}

/** Anything at all, and values that look like what Stripe might put there. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.record({ id: fc.string({ minLength: 1, maxLength: 20 }), card: fc.jsonValue() }),
);

describe("what leaves the edge", () => {
  it.each(API_VERSIONS)("is one shape for a PaymentIntent of %s", (apiVersion) => {
    const { object } = payloadOf(stripeEvent("payment_intent.succeeded", { apiVersion }));

    const { invoice, payment_method_details: details, ...rest } = object;
    expect(rest).toEqual({
      id: "pi_3QRelayOkAAAAAAA1hIjKlMn",
      object: "payment_intent",
      amount: 2000,
      amount_received: 2000,
      currency: "usd",
      status: "succeeded",
      customer: "cus_RelayFixture01",
      created: 1_794_999_995,
      livemode: false,
      description: "Subscription creation",
      metadata: { salesforce_contact_id: "003xx000004TmiQAAS" },
      latest_charge: "ch_3QRelayOkAAAAAAA1aBcDeFg",
      payment_method: "pm_1QRelayFixturePm01",
      payment_method_types: ["card"],
      cancellation_reason: null,
      last_payment_error: null,
    });
    expect(details).toEqual(apiVersion === "2020-08-27" ? CARD : undefined);
    const beforeBasil = apiVersion === "2020-08-27" || apiVersion === "2024-06-20";
    expect(invoice).toBe(beforeBasil ? "in_1QRelayFixtureInv01" : undefined);
  });

  it.each(API_VERSIONS)("is one shape for a charge of %s", (apiVersion) => {
    const { object } = payloadOf(stripeEvent("charge.succeeded", { apiVersion }));

    expect(object).toEqual({
      id: "ch_3QRelayOkAAAAAAA1aBcDeFg",
      object: "charge",
      payment_intent: "pi_3QRelayOkAAAAAAA1hIjKlMn",
      customer: "cus_RelayFixture01",
      amount: 2000,
      currency: "usd",
      status: "succeeded",
      created: 1_795_000_000,
      livemode: false,
      payment_method_details: CARD,
    });
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
    expect(ofMethod.object).toMatchObject({ payment_method: "pm_1", payment_method_details: CARD });
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

  it("carries the previous attributes that Apex compares, and no other", () => {
    const event = stripeEvent("payment_intent.succeeded");
    event.data.previous_attributes = { status: "processing", client_secret: "secret" };

    expect(payloadOf(event)["previous_attributes"]).toEqual({ status: "processing" });
  });

  it("is ids only when the payload does not fit its field", () => {
    const metadata = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`salesforce_${index}`, "x".repeat(500)]),
    );

    const payload = payloadOf(stripeEvent("payment_intent.succeeded", { object: { metadata } }));

    expect(payload).toEqual({
      object: { id: "pi_3QRelayOkAAAAAAA1hIjKlMn", object: "payment_intent" },
      truncated: true,
    });
  });

  it("is never anything outside the allow-list, whatever Stripe or somebody else puts in", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RECORDED_TYPES),
        fc.constantFrom(...API_VERSIONS),
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.record(
          {
            metadata: fc.dictionary(fc.string(), fc.jsonValue()),
            customer: anything,
            latest_charge: anything,
            payment_method: anything,
            payment_method_details: anything,
            last_payment_error: anything,
            charges: anything,
            description: fc.oneof(fc.string(), anything),
          },
          { requiredKeys: [] },
        ),
        fc.option(fc.dictionary(fc.string(), fc.jsonValue()), { nil: undefined }),
        (type, apiVersion, unknownKeys, known, previous) => {
          const event = stripeEvent(type, { apiVersion });
          event.data.object = { ...unknownKeys, ...event.data.object, ...known };
          if (previous !== undefined) event.data.previous_attributes = previous;

          const reading = readEvent(JSON.parse(JSON.stringify(event)), received);

          if (!reading.ok) {
            expect(reading.error.reason).toBe("body_shape_unknown");
            return;
          }
          if (reading.value.kind !== "wanted") throw new Error("The type is wanted.");
          const { payload } = reading.value.event;
          expect(payload.length).toBeLessThanOrEqual(MAX_PAYLOAD_CHARACTERS);
          expect(pathsIn(JSON.parse(payload)).filter((path) => !isAllowed(path))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("is an amount only when it is a whole number JavaScript holds exactly", () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.maxSafeInteger()), (amount) => {
        const event = stripeEvent("charge.succeeded", { object: { amount } });

        expect(readEvent(event, received).ok).toBe(Number.isSafeInteger(amount));
      }),
    );
  });
});
