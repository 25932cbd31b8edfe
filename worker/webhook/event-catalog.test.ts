import { describe, expect, it } from "vitest";

import { stripeEvent } from "../../test/fixtures/stripe-events.ts";
import { extensionsVariable, type Extensions } from "../extensions.ts";
import { readEvent } from "./admission.ts";
import { catalogWith } from "./event-catalog.ts";
import { FORWARDED_EVENT_TYPES } from "./event-types.ts";

const received = { atMs: 1, correlationId: "c" };

const parsed = (value: unknown): Extensions =>
  extensionsVariable.parse(typeof value === "string" ? value : JSON.stringify(value));

function payloadWith(settings: unknown, event: unknown): Record<string, unknown> {
  const reading = readEvent(event, received, catalogWith(parsed(settings)));
  if (!reading.ok || reading.value.kind !== "wanted") throw new Error(JSON.stringify(reading));
  return JSON.parse(reading.value.event.payload) as Record<string, unknown>;
}

describe("EXTENSIONS", () => {
  it.each([undefined, "", "  ", "{}"])("is nothing when it is %j", (text) => {
    expect(catalogWith(extensionsVariable.parse(text)).types).toEqual(FORWARDED_EVENT_TYPES);
  });

  it.each([
    "no JSON",
    "[]",
    { events: { "quote.accepted": { lane: "fast", object: "quote" } } },
    { events: { "quote.accepted": "quote" } },
    { events: { "Quote Accepted": { lane: "bulk", object: "quote" } } },
    { fields: { quote: ["bank..name"] } },
    { fields: { quote: "amount" } },
    { event: {} },
  ])("is refused when it is %j", (value) => {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    expect(extensionsVariable.safeParse(text).success).toBe(false);
  });

  it("adds types to those of the endpoint, each once", () => {
    const { types } = catalogWith(
      parsed({
        events: {
          "quote.accepted": { lane: "bulk", object: "quote" },
          "invoice.paid": { lane: "bulk", object: "quote" },
        },
      }),
    );

    expect(types).toEqual([...FORWARDED_EVENT_TYPES, "quote.accepted"]);
  });

  it("leaves a type of this project its lane and object", () => {
    const catalog = catalogWith(
      parsed({ events: { "invoice.paid": { lane: "bulk", object: "quote" } } }),
    );

    expect(catalog.typeOf("invoice.paid")).toMatchObject({ lane: "standard", object: "invoice" });
  });

  it("lets named fields of a known object travel, at any depth, beside what travels already", () => {
    const object = {
      description: "Best customer",
      shipping: { name: "Ada", address: { city: "Paris", line1: "secret" } },
      invoice_settings: { default_payment_method: "pm_1", footer: "Thanks" },
    };
    const event = stripeEvent("customer.created", { object });
    const fields = {
      customer: ["description", "shipping.address.city", "invoice_settings.footer"],
    };

    const plain = payloadWith({}, event)["object"];
    const payload = payloadWith({ fields }, event)["object"];

    expect(payload).toEqual({
      ...(plain as object),
      description: "Best customer",
      shipping: { address: { city: "Paris" } },
      invoice_settings: { default_payment_method: "pm_1", footer: "Thanks" },
    });
  });

  it("lets a field of every element of a list travel", () => {
    const event = stripeEvent("invoice.paid");
    const [line] = event.data.object["lines"] === undefined ? [] : [{ id: "il_1", taxes: [1] }];
    event.data.object["lines"] = { has_more: false, data: [{ ...line, id: "il_1", taxes: [1] }] };

    const payload = payloadWith({ fields: { invoice: ["lines.data.*.taxes"] } }, event);

    expect(payload).toMatchObject({ object: { lines: { data: [{ id: "il_1", taxes: [1] }] } } });
  });

  it("changes nothing of what travels already", () => {
    const metadata = { salesforce_contact_id: "003", theirs: "secret" };
    const event = stripeEvent("customer.created", { object: { metadata } });

    const payload = payloadWith({ fields: { customer: ["metadata", "metadata.theirs"] } }, event);

    expect(JSON.stringify(payload)).not.toContain("secret");
  });
});
