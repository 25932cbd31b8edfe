import Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Harness } from "../testing/local-stripe-harness.ts";
import { SECRET, startHarness } from "../testing/local-stripe-harness.ts";
import type { TestEndpoint } from "../testing/webhook-endpoint.ts";
import { startEndpoint } from "../testing/webhook-endpoint.ts";

const event = z.object({
  type: z.string(),
  api_version: z.string(),
  data: z.object({
    object: z.record(z.string(), z.unknown()),
    previous_attributes: z.record(z.string(), z.unknown()).optional(),
  }),
});

let harness: Harness;
let stripe: Stripe;
let second: TestEndpoint;

beforeEach(async () => {
  harness = await startHarness();
  second = await startEndpoint();
  stripe = harness.sdk();
});

afterEach(async () => {
  await harness.stop();
  await second.stop();
});

function bodies(endpoint: TestEndpoint): z.output<typeof event>[] {
  return endpoint.received.map(({ body }) => event.parse(JSON.parse(body)));
}

describe("a webhook endpoint", () => {
  test("gets the types it wants, signed with its own secret, which is shown once", async () => {
    const created = await stripe.webhookEndpoints.create({
      url: second.url,
      enabled_events: ["customer.created", "customer.deleted"],
    });
    const { id } = await stripe.customers.create();
    await stripe.customers.update(id, { name: "Not wanted" });
    await stripe.customers.del(id);
    await harness.settled();

    const [first] = second.received;
    const constructed = stripe.webhooks.constructEvent(
      first?.body ?? "",
      first?.headers["stripe-signature"] ?? "",
      created.secret ?? "",
    );

    expect(constructed.type).toBe("customer.created");
    expect(bodies(second).map(({ type }) => type)).toEqual([
      "customer.created",
      "customer.deleted",
    ]);
    expect(bodies(harness.endpoint)).toHaveLength(3);
    expect(() =>
      stripe.webhooks.constructEvent(
        first?.body ?? "",
        first?.headers["stripe-signature"] ?? "",
        SECRET,
      ),
    ).toThrow(Stripe.errors.StripeSignatureVerificationError);
    expect(created.secret).toMatch(/^whsec_/);
    expect(await stripe.webhookEndpoints.retrieve(created.id)).not.toHaveProperty("secret");
  });

  test("is disabled, enabled again, and deleted", async () => {
    const { id } = await stripe.webhookEndpoints.create({ url: second.url, enabled_events: ["*"] });

    await stripe.webhookEndpoints.update(id, { disabled: true });
    await stripe.customers.create();
    await harness.settled();
    const whileDisabled = second.received.length;
    await stripe.webhookEndpoints.update(id, { disabled: false });
    await stripe.customers.create();
    await harness.settled();
    const whileEnabled = second.received.length;
    await stripe.webhookEndpoints.del(id);
    await stripe.customers.create();
    await harness.settled();

    expect([whileDisabled, whileEnabled, second.received.length]).toEqual([0, 1, 1]);
    expect((await stripe.webhookEndpoints.list()).data).toHaveLength(1);
  });

  test("of an older version gets the older shape, while the account shows the current one", async () => {
    await stripe.webhookEndpoints.create({
      url: second.url,
      enabled_events: ["*"],
      api_version: "2020-08-27",
    });
    const product = await stripe.products.create({ name: "Gold" });
    const price = await stripe.prices.create({
      product: product.id,
      currency: "usd",
      unit_amount: 2000,
      recurring: { interval: "month" },
    });
    const customer = await stripe.customers.create({ payment_method: "pm_card_visa" });
    const [method] = (await stripe.customers.listPaymentMethods(customer.id)).data;
    const subscription = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id, quantity: 3 }],
      default_payment_method: method?.id ?? "",
      metadata: { salesforce_id: "a01" },
    });
    await harness.settled();
    const old = (type: string): z.output<typeof event> | undefined =>
      bodies(second).find((each) => each.type === type);
    const current = (type: string): z.output<typeof event> | undefined =>
      bodies(harness.endpoint).find((each) => each.type === type);

    const [item] = subscription.items.data;
    expect(old("customer.subscription.created")?.data.object).toMatchObject({
      id: subscription.id,
      current_period_start: item?.current_period_start,
      current_period_end: item?.current_period_end,
      quantity: 3,
      discount: null,
    });
    expect(current("customer.subscription.created")?.data.object).not.toHaveProperty(
      "current_period_end",
    );
    expect(old("invoice.paid")).toMatchObject({
      api_version: "2020-08-27",
      data: {
        object: {
          subscription: subscription.id,
          subscription_details: { metadata: { salesforce_id: "a01" } },
          payment_intent: expect.stringMatching(/^pi_/) as string,
          charge: expect.stringMatching(/^ch_/) as string,
          paid: true,
          lines: { data: [{ type: "subscription", proration: false, price: { id: price.id } }] },
        },
      },
    });
    expect(current("invoice.paid")?.data.object).not.toHaveProperty("payment_intent");
    expect(old("charge.succeeded")?.data.object).toMatchObject({
      invoice: expect.stringMatching(/^in_/) as string,
    });
    expect(
      (await stripe.events.list({ type: "invoice.paid" })).data.map((each) => each.api_version),
    ).toEqual(["2026-10-28.endive"]);
  });

  test("of an older version is told what changed in the older shape", async () => {
    await stripe.webhookEndpoints.create({
      url: second.url,
      enabled_events: ["customer.updated"],
      api_version: "2024-06-20",
    });
    const { id } = await stripe.customers.create({ name: "Old", metadata: { a: "1" } });

    await stripe.customers.update(id, { name: "New", metadata: { b: "2" } });
    await harness.settled();

    expect(bodies(second).map(({ data }) => data.previous_attributes)).toEqual([
      { name: "Old", metadata: { b: null } },
    ]);
  });

  test.each([
    [{ url: "example.com", enabled_events: ["*"] }, "url"],
    [{ url: "https://example.com", enabled_events: [] }, "enabled_events"],
    [{ url: "https://example.com", enabled_events: ["*", "charge.failed"] }, "enabled_events"],
    [
      { url: "https://example.com", enabled_events: ["*"], api_version: "2031-01-01" },
      "api_version",
    ],
  ])("of %j is refused", async (wrong, param) => {
    // Parameters the SDK's types rightly refuse.
    const parameters = wrong as Stripe.WebhookEndpointCreateParams;

    await expect(stripe.webhookEndpoints.create(parameters)).rejects.toMatchObject({ param });
  });

  test("is one of sixteen at most", async () => {
    const create = (): Promise<Stripe.WebhookEndpoint> =>
      stripe.webhookEndpoints.create({ url: second.url, enabled_events: ["charge.failed"] });
    for (let made = 1; made < 16; made++) await create();

    await expect(create()).rejects.toMatchObject({ statusCode: 400 });
  });
});
