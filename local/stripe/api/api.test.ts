import Stripe from "stripe";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Harness } from "../testing/local-stripe-harness.ts";
import { API_KEY, startHarness } from "../testing/local-stripe-harness.ts";

let harness: Harness;
let stripe: Stripe;

beforeAll(async () => {
  harness = await startHarness();
  stripe = harness.sdk();
});

afterEach(async () => {
  await fetch(`${harness.url()}/_local/faults`, { method: "DELETE" });
});

afterAll(async () => {
  await harness.stop();
});

async function customers(): Promise<number> {
  const { length } = await stripe.customers.list({ limit: 100 }).autoPagingToArray({ limit: 1000 });
  return length;
}

describe("an idempotency key", () => {
  test("replays the answer of its first request, and does nothing again", async () => {
    const before = await customers();
    const create = (): Promise<Stripe.Response<Stripe.Customer>> =>
      stripe.customers.create(
        { name: "Once", metadata: { b: "2", a: "1" } },
        { idempotencyKey: "once" },
      );

    const first = await create();
    const second = await create();

    expect(second).toEqual(first);
    expect(first.lastResponse.headers["idempotent-replayed"]).toBeUndefined();
    expect(second.lastResponse.headers["idempotent-replayed"]).toBe("true");
    expect(second.lastResponse.headers["original-request"]).toBe(first.lastResponse.requestId);
    expect(await customers()).toBe(before + 1);
  });

  test("survives a restart", async () => {
    const first = await stripe.customers.create({ name: "Kept" }, { idempotencyKey: "kept" });

    await harness.restart();
    stripe = harness.sdk();

    const second = await stripe.customers.create({ name: "Kept" }, { idempotencyKey: "kept" });
    expect(second.id).toBe(first.id);
  });

  test("refuses other parameters, and another endpoint", async () => {
    const key = { idempotencyKey: "taken" };
    await stripe.customers.create({ name: "First" }, key);

    await expect(stripe.customers.create({ name: "Other" }, key)).rejects.toBeInstanceOf(
      Stripe.errors.StripeIdempotencyError,
    );
    await expect(stripe.products.create({ name: "First" }, key)).rejects.toMatchObject({
      type: "StripeIdempotencyError",
      statusCode: 400,
    });
  });

  test("replays errors of a request that was carried out, a server's error included", async () => {
    const missing = { idempotencyKey: "missing" };
    const { id } = await stripe.customers.create();
    await stripe.customers.del(id);
    const broken = { idempotencyKey: "broken" };
    await harness.post("/_local/faults", { kind: "api_error", path: "/v1/products" });

    const update = (): Promise<unknown> =>
      stripe.customers.update(id, { name: "x" }, missing).catch((error: unknown) => error);
    const create = (): Promise<unknown> =>
      stripe.products.create({ name: "x" }, broken).catch((error: unknown) => error);
    const answers = [await update(), await update(), await create(), await create()];

    expect(answers).toMatchObject([
      { statusCode: 404 },
      { statusCode: 404, headers: { "idempotent-replayed": "true" } },
      { statusCode: 500, type: "StripeAPIError" },
      { statusCode: 500, headers: { "idempotent-replayed": "true" } },
    ]);
  });

  test("replays a declined payment, and charges no second time", async () => {
    const pay = (): Promise<unknown> =>
      stripe.paymentIntents
        .create(
          {
            amount: 100,
            currency: "usd",
            payment_method: "pm_card_visa_chargeDeclined",
            confirm: true,
          },
          { idempotencyKey: "declined" },
        )
        .catch((error: unknown) => error);
    const before = (await stripe.charges.list({ limit: 100 })).data.length;

    const [first, second] = [await pay(), await pay()];

    expect(first).toMatchObject({ statusCode: 402, code: "card_declined" });
    expect(second).toMatchObject({ statusCode: 402, headers: { "idempotent-replayed": "true" } });
    expect((await stripe.charges.list({ limit: 100 })).data.length).toBe(before + 1);
  });

  test("keeps nothing of a request that failed validation", async () => {
    const key = { idempotencyKey: "corrected" };
    // A parameter the SDK's types rightly refuse.
    const wrong = { name: "x", colour: "red" } as Stripe.CustomerCreateParams;
    await expect(stripe.customers.create(wrong, key)).rejects.toMatchObject({
      code: "parameter_unknown",
    });

    const corrected = await stripe.customers.create({ name: "x" }, key);

    expect(corrected.name).toBe("x");
  });

  test("is in use while its request is under way", async () => {
    await harness.post("/_local/faults", { kind: "slow", ms: 1000, path: "/v1/customers" });
    const key = { idempotencyKey: "concurrent" };

    const slow = stripe.customers.create({ name: "Slow" }, key);
    const isMet = async (): Promise<unknown> => (await harness.get("/_local/faults")).body;
    await expect.poll(isMet, { interval: 5 }).toEqual({ faults: [] });
    const meanwhile = stripe.customers.create({ name: "Slow" }, key);

    await expect(meanwhile).rejects.toMatchObject({
      statusCode: 409,
      code: "idempotency_key_in_use",
    });
    expect((await slow).name).toBe("Slow");
  });

  test("lets the SDK retry a conflict until the first request has its answer", async () => {
    await harness.post("/_local/faults", { kind: "slow", ms: 300, path: "/v1/customers" });
    const retrying = harness.sdk(API_KEY, { maxNetworkRetries: 3 });
    const key = { idempotencyKey: "twice at once" };

    const both = await Promise.all([
      retrying.customers.create({ name: "One" }, key),
      retrying.customers.create({ name: "One" }, key),
    ]);

    expect(both[0].id).toBe(both[1].id);
  });
});

describe("a fault on request", () => {
  test("limits requests of one path, as often as asked, and says which limit it was", async () => {
    await harness.post("/_local/faults", {
      kind: "rate_limit",
      reason: "endpoint-rate",
      path: "/v1/customers/*",
      count: 2,
    });
    const { id } = await stripe.customers.create();
    const retrieve = (): Promise<unknown> =>
      stripe.customers.retrieve(id).catch((error: unknown) => error);

    const answers = [await retrieve(), await retrieve(), await retrieve()];

    expect(answers[0]).toBeInstanceOf(Stripe.errors.StripeRateLimitError);
    expect(answers).toMatchObject([
      { statusCode: 429, headers: { "stripe-rate-limited-reason": "endpoint-rate" } },
      { statusCode: 429 },
      { id },
    ]);
  });

  test("locks an object; the SDK is told to try again, and does", async () => {
    await harness.post("/_local/faults", { kind: "lock_timeout", method: "POST" });
    const retrying = harness.sdk(API_KEY, { maxNetworkRetries: 1 });

    const customer = await retrying.customers.create({ name: "Locked" });

    expect(customer.name).toBe("Locked");
  });

  test.each([
    [true, 1],
    [false, 0],
  ])("fails with 500, carried out: %s", async (carriedOut, made) => {
    const before = await customers();
    await harness.post("/_local/faults", { kind: "api_error", method: "POST", carriedOut });

    await expect(stripe.customers.create()).rejects.toMatchObject({ statusCode: 500 });

    expect(await customers()).toBe(before + made);
  });

  test.each([
    [true, 1],
    [false, 0],
  ])("never answers, carried out: %s; the retry settles it", async (carriedOut, made) => {
    const before = await customers();
    await harness.post("/_local/faults", { kind: "timeout", method: "POST", carriedOut });
    // Long enough for a busy machine to have the request arrive.
    const impatient = harness.sdk(API_KEY, { timeout: 1000 });
    const key = { idempotencyKey: `timed out ${String(carriedOut)}` };

    await expect(impatient.customers.create({ name: "Late" }, key)).rejects.toBeInstanceOf(
      Stripe.errors.StripeConnectionError,
    );
    const between = await customers();
    await stripe.customers.create({ name: "Late" }, key);

    expect(between).toBe(before + made);
    expect(await customers()).toBe(before + 1);
  });

  test("declines a customer's next payment with a code", async () => {
    const { id: customer } = await stripe.customers.create();
    await harness.post("/_local/faults", {
      kind: "decline",
      customer,
      declineCode: "do_not_honor",
    });
    const pay = (): Promise<Stripe.PaymentIntent> =>
      stripe.paymentIntents.create({
        amount: 100,
        currency: "usd",
        customer,
        payment_method: "pm_card_visa",
        confirm: true,
      });

    await expect(pay()).rejects.toMatchObject({
      code: "card_declined",
      decline_code: "do_not_honor",
    });
    expect((await pay()).status).toBe("succeeded");
  });

  test("that is none is refused", async () => {
    expect((await harness.post("/_local/faults", { kind: "earthquake" })).status).toBe(400);
  });
});

describe("the errors", () => {
  test("have Stripe's shape", async () => {
    const response = await fetch(`${harness.url()}/v1/customers`, {
      method: "POST",
      headers: { authorization: `Bearer ${API_KEY}` },
      body: new URLSearchParams({ "metadata[a]": "1", colour: "red", taste: "sweet" }),
    });

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: {
        code: "parameter_unknown",
        doc_url: "https://stripe.com/docs/error-codes/parameter-unknown",
        message: "Received unknown parameters: colour, taste",
        param: "colour",
        type: "invalid_request_error",
      },
    });
  });

  test("name a body that is no form", async () => {
    const response = await fetch(`${harness.url()}/v1/customers`, {
      method: "POST",
      headers: { authorization: `Bearer ${API_KEY}`, "content-type": "application/json" },
      body: "{}",
    });

    expect(response.status).toBe(400);
  });

  test("of an unknown version name it", async () => {
    const old = harness.sdk(API_KEY, { apiVersion: "latest" as Stripe.LatestApiVersion });

    await expect(old.customers.list()).rejects.toMatchObject({
      message: "Invalid Stripe API version: latest",
    });
  });
});
