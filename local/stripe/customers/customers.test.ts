import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Harness } from "../testing/local-stripe-harness.ts";
import { startHarness } from "../testing/local-stripe-harness.ts";

let harness: Harness;
let stripe: Stripe;

beforeAll(async () => {
  harness = await startHarness();
  stripe = harness.sdk();
});

afterAll(async () => {
  await harness.stop();
});

async function lastEventOf(type: string): Promise<Stripe.Event | undefined> {
  return (await stripe.events.list({ type, limit: 1 })).data[0];
}

describe("a customer", () => {
  test("is created with what was given, and told of with the request's idempotency key", async () => {
    const customer = await stripe.customers.create(
      {
        name: "Ada Okafor",
        email: "ada@example.com",
        phone: "+15551234",
        metadata: { salesforce_contact_id: "003A" },
        address: { city: "Lagos", country: "NG" },
      },
      { idempotencyKey: "contact-003A-create-1" },
    );

    expect(customer).toMatchObject({
      object: "customer",
      name: "Ada Okafor",
      metadata: { salesforce_contact_id: "003A" },
      address: { city: "Lagos", line1: null },
      delinquent: false,
    });
    const event = await lastEventOf("customer.created");
    expect(event).toMatchObject({
      data: { object: { id: customer.id } },
      request: { id: customer.lastResponse.requestId, idempotency_key: "contact-003A-create-1" },
    });
  });

  test("is changed where named, and the event tells what was before", async () => {
    const { id } = await stripe.customers.create({
      name: "Old",
      email: "old@example.com",
      metadata: { a: "1", b: "2" },
    });

    const updated = await stripe.customers.update(id, { name: "New", metadata: { a: "3", b: "" } });

    expect(updated).toMatchObject({ name: "New", email: "old@example.com" });
    expect(updated.metadata).toEqual({ a: "3" });
    const event = await lastEventOf("customer.updated");
    expect(event?.data.previous_attributes).toEqual({ name: "Old", metadata: { a: "1", b: "2" } });
  });

  test("that is changed to what it is makes no event", async () => {
    const { id } = await stripe.customers.create({ name: "Same" });

    await stripe.customers.update(id, { name: "Same" });

    const updates = await stripe.events.list({ type: "customer.updated", limit: 100 });
    expect(
      updates.data.filter((event) => "id" in event.data.object && event.data.object.id === id),
    ).toEqual([]);
  });

  test("loses what an empty string clears", async () => {
    const { id } = await stripe.customers.create({
      name: "Name",
      address: { city: "Rome" },
      metadata: { a: "1" },
    });

    const cleared = await stripe.customers.update(id, { name: "", address: "", metadata: "" });

    expect(cleared).toMatchObject({ name: null, address: null, metadata: {} });
  });

  test("that was deleted is shown as deleted, is not listed, and cannot be used", async () => {
    const { id } = await stripe.customers.create({ email: "gone@example.com" });

    const deleted = await stripe.customers.del(id);

    expect(deleted).toMatchObject({ id, deleted: true });
    expect(await stripe.customers.retrieve(id)).toEqual(
      expect.objectContaining({ id, deleted: true }),
    );
    expect((await stripe.customers.list({ email: "gone@example.com" })).data).toEqual([]);
    expect(await lastEventOf("customer.deleted")).toMatchObject({ data: { object: { id } } });
    await expect(stripe.customers.update(id, { name: "Back" })).rejects.toMatchObject({
      statusCode: 404,
      code: "resource_missing",
    });
    await expect(
      stripe.paymentIntents.create({ amount: 100, currency: "usd", customer: id }),
    ).rejects.toMatchObject({ statusCode: 400, code: "resource_missing", param: "customer" });
  });

  test("keeps a default payment method that is its own, and no other", async () => {
    const own = await stripe.customers.create({ payment_method: "pm_card_visa" });
    const other = await stripe.customers.create({ payment_method: "pm_card_mastercard" });
    const [method] = (await stripe.customers.listPaymentMethods(own.id)).data;
    const defaults = { invoice_settings: { default_payment_method: method?.id ?? "" } };

    const updated = await stripe.customers.update(own.id, {
      ...defaults,
      expand: ["invoice_settings.default_payment_method"],
    });

    expect(updated.invoice_settings.default_payment_method).toMatchObject({
      card: { last4: "4242" },
    });
    await expect(stripe.customers.update(other.id, defaults)).rejects.toMatchObject({
      param: "invoice_settings[default_payment_method]",
    });
  });

  test.each([
    [{ email: "not an address" }, { code: "email_invalid", param: "email" }],
    [{ colour: "red" }, { code: "parameter_unknown", param: "colour" }],
    [{ address: { planet: "Mars" } }, { code: "parameter_unknown", param: "address[planet]" }],
    [{ metadata: { ["k".repeat(41)]: "v" } }, { param: "metadata" }],
    [{ metadata: { k: "v".repeat(501) } }, { param: "metadata" }],
    [{ balance: "much" }, { code: "parameter_invalid_integer", param: "balance" }],
  ])("with %j is refused", async (parameters, complaint) => {
    // Parameters the SDK's types rightly refuse.
    const wrong = parameters as Stripe.CustomerCreateParams;

    await expect(stripe.customers.create(wrong)).rejects.toMatchObject({
      type: "StripeInvalidRequestError",
      statusCode: 400,
      ...complaint,
    });
  });

  test("never has more than 50 metadata keys", async () => {
    const keys = (from: number, count: number): Record<string, string> =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${from + index}`, "v"]));
    const { id } = await stripe.customers.create({ metadata: keys(0, 50) });

    await expect(stripe.customers.update(id, { metadata: keys(50, 1) })).rejects.toMatchObject({
      param: "metadata",
    });
  });
});

describe("the search", () => {
  test("finds customers by metadata, by email, and by both", async () => {
    const { id } = await stripe.customers.create({
      email: "Noor@Example.com",
      metadata: { salesforce_contact_id: "003X" },
    });
    await stripe.customers.create({
      email: "else@example.com",
      metadata: { salesforce_contact_id: "003Y" },
    });
    const ids = async (query: string): Promise<string[]> =>
      (await stripe.customers.search({ query })).data.map((customer) => customer.id);

    expect(await ids('metadata["salesforce_contact_id"]:"003X"')).toEqual([id]);
    expect(await ids('email:"noor@example.com"')).toEqual([id]);
    expect(await ids('email~"noor" AND metadata["salesforce_contact_id"]:"003X"')).toEqual([id]);
    expect(
      await ids('email:"noor@example.com" AND metadata["salesforce_contact_id"]:"003Y"'),
    ).toEqual([]);
  });

  test("pages, and the SDK pages by itself", async () => {
    for (const turn of [1, 2, 3, 4, 5]) {
      await stripe.customers.create({ name: `Paged ${turn}`, metadata: { batch: "paged" } });
    }
    const names: (string | null | undefined)[] = [];

    for await (const each of stripe.customers.search({
      query: 'metadata["batch"]:"paged"',
      limit: 2,
    })) {
      names.push(each.name);
    }

    expect(names).toEqual(["Paged 5", "Paged 4", "Paged 3", "Paged 2", "Paged 1"]);
  });

  test.each(["colour:'red'", 'email:"a" AND name:"b" OR name:"c"', "email", ""])(
    "refuses %j",
    async (query) => {
      await expect(stripe.customers.search({ query })).rejects.toMatchObject({
        statusCode: 400,
        param: "query",
      });
    },
  );
});
