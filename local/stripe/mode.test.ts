import { afterAll, beforeAll, expect, test } from "vitest";
import type { Harness } from "./testing/local-stripe-harness.ts";
import { startHarness } from "./testing/local-stripe-harness.ts";

let harness: Harness;

beforeAll(async () => {
  harness = await startHarness({ mode: "live" });
});
afterAll(async () => {
  await harness.stop();
});

test("in live mode every object and event says so, those inside others too", async () => {
  const stripe = harness.sdk("sk_live_local_harness");

  const price = await stripe.prices.create({
    currency: "usd",
    unit_amount: 2000,
    product_data: { name: "Gold" },
    expand: ["product"],
  });

  expect(price).toMatchObject({ livemode: true, product: { livemode: true } });
  const { data } = await stripe.events.list({ limit: 1, type: "price.created" });
  expect(data).toMatchObject([{ livemode: true, data: { object: { livemode: true } } }]);
  await expect.poll(() => harness.endpoint.received.length).toBeGreaterThan(0);
  expect(JSON.parse(harness.endpoint.received[0]?.body ?? "")).toMatchObject({ livemode: true });
});

test("a key of test mode is none of live mode's", async () => {
  await expect(harness.sdk("sk_test_local_harness").customers.list()).rejects.toMatchObject({
    statusCode: 401,
  });
});
