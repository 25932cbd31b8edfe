import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { startLocalStripe } from "./local-stripe.ts";
import type { Harness, TriggeredEvents } from "./testing/local-stripe-harness.ts";
import { API_KEY, startHarness } from "./testing/local-stripe-harness.ts";

let harness: Harness;
let paid: TriggeredEvents;

beforeAll(async () => {
  harness = await startHarness();
  paid = await harness.trigger({ type: "payment_intent.succeeded", amount: 5120, currency: "KWD" });
  await harness.settled();
});

afterAll(async () => {
  await harness.stop();
});

function sdk(apiKey?: string): Stripe {
  return harness.sdk(apiKey);
}

function idOf(type: string): string {
  return paid.find((event) => event.type === type)?.object ?? "";
}

function eventIdOf(type: string): string {
  return paid.find((event) => event.type === type)?.id ?? "";
}

describe("the Stripe SDK", () => {
  test("retrieves a PaymentIntent with its charge expanded", async () => {
    const intent = await sdk().paymentIntents.retrieve(idOf("payment_intent.succeeded"), {
      expand: ["latest_charge.customer"],
    });

    expect(intent).toMatchObject({
      status: "succeeded",
      amount_received: 5120,
      currency: "kwd",
      latest_charge: {
        id: idOf("charge.succeeded"),
        payment_method_details: { card: { brand: "visa", last4: "4242" } },
        customer: { id: idOf("customer.created"), object: "customer" },
      },
    });
    expect(intent.lastResponse.requestId).toMatch(/^req_/);
    expect(intent.lastResponse.apiVersion).toBe("2026-10-28.endive");
  });

  test("retrieves charges, customers and payment methods", async () => {
    const charge = await sdk().charges.retrieve(idOf("charge.succeeded"));
    const customer = await sdk().customers.retrieve(idOf("customer.created"));
    const method = await sdk().paymentMethods.retrieve(charge.payment_method ?? "");

    expect(charge.payment_intent).toBe(idOf("payment_intent.succeeded"));
    expect(customer).toMatchObject({ name: "Jenny Rosen" });
    expect(method.customer).toBe(customer.id);
  });

  test("retrieves an event as it was delivered, but for the webhooks still pending", async () => {
    const id = eventIdOf("payment_intent.succeeded");
    const delivered = harness.endpoint.received.find(({ eventId }) => eventId === id);
    const sent = z.record(z.string(), z.unknown()).parse(JSON.parse(delivered?.body ?? ""));

    const event: unknown = await sdk().events.retrieve(id);

    expect(sent).toMatchObject({ id, pending_webhooks: 1 });
    expect(event).toEqual({ ...sent, pending_webhooks: 0 });
  });

  test("pages through events, newest first, in both directions", async () => {
    const all: string[] = [];
    for await (const event of sdk().events.list({ limit: 1 })) all.push(event.id);
    const newer = await sdk().events.list({ ending_before: all.at(-1) ?? "", limit: 2 });

    expect(all.slice(-4)).toEqual(paid.map(({ id }) => id).reverse());
    expect(newer.data.map(({ id }) => id)).toEqual(all.slice(-3, -1));
  });

  test("filters events by type, time and delivery", async () => {
    const types = await sdk().events.list({ types: ["charge.succeeded", "customer.created"] });
    const future = await sdk().events.list({ created: { gt: Math.ceil(Date.now() / 1000) } });
    const undelivered = await sdk().events.list({ delivery_success: false });

    expect(types.data.map(({ type }) => type)).toEqual(["charge.succeeded", "customer.created"]);
    expect(future.data).toEqual([]);
    expect(undelivered.data).toEqual([]);
  });

  test("gets its authentication error for a key that is not local", async () => {
    await expect(sdk("sk_test_51abcdwxyz").events.list()).rejects.toMatchObject({
      type: "StripeAuthenticationError",
      statusCode: 401,
      message: "Invalid API Key provided: sk_test_******wxyz",
    });
  });

  test("gets resource_missing for an id that is not there", async () => {
    await expect(sdk().paymentIntents.retrieve("pi_none")).rejects.toMatchObject({
      type: "StripeInvalidRequestError",
      statusCode: 404,
      code: "resource_missing",
      param: "intent",
      message: "No such payment_intent: 'pi_none'",
    });
  });
});

describe("the API's errors", () => {
  test("a request without a key is told how to give one", async () => {
    const response = await fetch(`${harness.url()}/v1/events`);

    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({
      error: {
        type: "invalid_request_error",
        message: expect.stringContaining("You did not provide an API key.") as string,
      },
    });
  });

  test("an unknown URL is named with its method", async () => {
    const { response, body } = await harness.get("/v1/unicorns");

    expect(response.status).toBe(404);
    expect(response.headers.get("request-id")).toMatch(/^req_/);
    expect(body).toMatchObject({
      error: {
        type: "invalid_request_error",
        message: expect.stringContaining("Unrecognized request URL (GET: /v1/unicorns).") as string,
      },
    });
  });

  test.each([
    ["/v1/events?limit=101", "Invalid integer: 101 must be less than or equal to 100"],
    ["/v1/events?limit=ten", "Invalid integer: ten"],
    ["/v1/events?colour=red", "Received unknown parameter: colour"],
    ["/v1/events?type=a&types[]=b", "You may only specify one of these parameters: type, types."],
    ["/v1/events?starting_after=evt_none", "No such event: 'evt_none'"],
  ])("%s is refused", async (path, complaint) => {
    const { response, body } = await harness.get(path);

    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(body).toMatchObject({
      error: { message: expect.stringContaining(complaint) as string },
    });
  });

  test("a property that cannot be expanded is named", async () => {
    const { response, body } = await harness.get(
      `/v1/payment_intents/${idOf("payment_intent.succeeded")}?expand[]=latest_charge.colour`,
    );

    expect(response.status).toBe(400);
    expect(body).toMatchObject({
      error: { message: "This property cannot be expanded (latest_charge.colour)." },
    });
  });

  test("an API version that does not exist is refused", async () => {
    const response = await fetch(`${harness.url()}/v1/events`, {
      headers: { authorization: `Bearer ${API_KEY}`, "stripe-version": "latest" },
    });

    expect(response.status).toBe(400);
  });
});

describe("a trigger", () => {
  test("of an unsupported type is refused with the list of those there are", async () => {
    const { status, body } = await harness.post("/_local/trigger", { type: "invoice.unheard_of" });

    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: {
        message: expect.stringMatching(
          /^type: "invoice.unheard_of" cannot be triggered; these can: .*payment_intent.succeeded/,
        ) as string,
      },
    });
  });

  test.each([
    [{ amount: 5124, currency: "kwd" }, "last digit"],
    [{ currency: "zzz" }, "Invalid currency"],
    [{ count: 0 }, "count"],
    [{ apiVersion: "2031-01-01" }, "apiVersion"],
    [{ customer: "cus_none" }, "No such customer"],
    [{ colour: "red" }, "colour"],
  ])("with %j is refused", async (extra, complaint) => {
    const { status, body } = await harness.post("/_local/trigger", {
      type: "payment_intent.succeeded",
      ...extra,
    });

    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: { message: expect.stringContaining(complaint) as string },
    });
  });

  test("that a web page could send without asking is refused", async () => {
    const response = await fetch(`${harness.url()}/_local/trigger`, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: '{"type":"customer.created"}',
    });

    expect(response.status).toBe(400);
  });

  test("with an older API version sends the older shape", async () => {
    const events = await harness.trigger({
      type: "payment_intent.succeeded",
      apiVersion: "2020-08-27",
      customer: idOf("customer.created"),
    });
    await harness.settled();
    const id = events.find(({ type }) => type === "payment_intent.succeeded")?.id;
    const delivered = harness.endpoint.received.find(({ eventId }) => eventId === id);

    expect(JSON.parse(delivered?.body ?? "")).toMatchObject({
      api_version: "2020-08-27",
      data: {
        object: {
          invoice: null,
          customer: idOf("customer.created"),
          charges: {
            data: [{ object: "charge", payment_method_details: { card: { last4: "4242" } } }],
          },
        },
      },
    });
  });

  test("tells which object and PaymentIntent each event is about", () => {
    const intent = idOf("payment_intent.succeeded");

    expect(paid.map(({ payment_intent }) => payment_intent)).toEqual([
      null,
      intent,
      intent,
      intent,
    ]);
  });
});

test("objects and events are still there after a restart", async () => {
  await harness.restart();

  const intent = await sdk().paymentIntents.retrieve(idOf("payment_intent.succeeded"));

  expect(intent.status).toBe("succeeded");
});

test("health says it is up", async () => {
  const response = await fetch(`${harness.url()}/health`);

  expect(await response.json()).toEqual({ status: "ok" });
});

test("a taken port is named in one sentence", async () => {
  const port = Number(new URL(harness.url()).port);

  await expect(
    startLocalStripe({
      port,
      host: "127.0.0.1",
      dataFolder: "/nowhere",
      webhookEndpoint: { url: "http://127.0.0.1:1/", secret: "whsec_x" },
      log: () => undefined,
    }),
  ).rejects.toThrow(
    `Local Stripe cannot start because port ${port} on 127.0.0.1 is already in use.`,
  );
});
