import Stripe from "stripe";
import { afterEach, describe, expect, test } from "vitest";
import type { Harness, HarnessOptions } from "../testing/local-stripe-harness.ts";
import { FAST_RETRY, SECRET, startHarness } from "../testing/local-stripe-harness.ts";

let harness: Harness;

async function start(options: HarnessOptions = {}): Promise<Harness> {
  harness = await startHarness(options);
  return harness;
}

async function deliverOne(options: HarnessOptions): Promise<string> {
  await start(options);
  const [event] = await harness.trigger({ type: "customer.created" });
  await harness.settled();
  return event?.id ?? "";
}

afterEach(async () => {
  await harness.stop();
});

describe("a delivery", () => {
  test("carries an event the SDK verifies and parses", async () => {
    const id = await deliverOne({});
    const [received] = harness.endpoint.received;

    const event = Stripe.webhooks.constructEvent(
      received?.body ?? "",
      received?.headers["stripe-signature"] ?? "",
      SECRET,
    );

    expect(event).toMatchObject({ id, type: "customer.created", api_version: "2026-10-28.endive" });
    expect(received?.headers["user-agent"]).toBe("Stripe/1.0 (+https://stripe.com/docs/webhooks)");
    expect(received?.headers["content-type"]).toBe("application/json; charset=utf-8");
  });

  test("that is accepted is not repeated", async () => {
    const id = await deliverOne({ answering: () => 204 });

    expect(await harness.deliveriesOf(id)).toMatchObject([
      { state: "delivered", due_at: null, attempts: [{ status: 204, error: null }] },
    ]);
    expect(harness.endpoint.received).toHaveLength(1);
  });

  test.each([400, 404, 429, 500, 503])("answered %d is tried again", async (status) => {
    const id = await deliverOne({ answering: (delivery) => (delivery < 2 ? status : 200) });

    const [delivery] = await harness.deliveriesOf(id);

    expect(delivery?.attempts.map((attempt) => attempt.status)).toEqual([status, status, 200]);
  });

  test("answered with a redirect failed, and the redirect is not followed", async () => {
    const id = await deliverOne({
      answering: (delivery) => (delivery === 0 ? { redirectTo: "/elsewhere" } : 200),
    });

    const [delivery] = await harness.deliveriesOf(id);

    expect(delivery?.attempts.map((attempt) => attempt.status)).toEqual([302, 200]);
  });

  test("not answered in time failed, and says so", async () => {
    const id = await deliverOne({
      answering: (delivery) => (delivery === 0 ? "nothing" : 200),
      retry: { ...FAST_RETRY, timeoutMs: 100 },
    });

    const [delivery] = await harness.deliveriesOf(id);

    expect(delivery?.attempts[0]).toMatchObject({ status: null, error: "No answer within 0.1 s" });
    expect(delivery?.state).toBe("delivered");
  });

  test("whose connection breaks failed, and is tried again", async () => {
    const id = await deliverOne({ answering: (delivery) => (delivery === 0 ? "reset" : 200) });

    const [delivery] = await harness.deliveriesOf(id);

    expect(delivery?.attempts).toMatchObject([{ status: null }, { status: 200 }]);
  });

  test("is given up when the schedule ends", async () => {
    const id = await deliverOne({
      answering: () => 500,
      retry: { ...FAST_RETRY, maxRetries: 3 },
    });

    const [delivery] = await harness.deliveriesOf(id);

    expect(delivery).toMatchObject({ state: "given_up", due_at: null });
    expect(delivery?.attempts).toHaveLength(4);
  });

  test("waits longer before each attempt", async () => {
    const id = await deliverOne({
      answering: (delivery) => (delivery < 3 ? 500 : 200),
      retry: { ...FAST_RETRY, firstDelayMs: 50, maxDelayMs: 1000 },
    });

    const [delivery] = await harness.deliveriesOf(id);
    const times = delivery?.attempts.map(({ at }) => at) ?? [];
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));

    expect(gaps[0]).toBeGreaterThanOrEqual(50);
    expect(gaps[1]).toBeGreaterThanOrEqual(100);
    expect(gaps[2]).toBeGreaterThanOrEqual(200);
  });

  test("has a new timestamp and signature at each attempt, for the same body", async () => {
    await deliverOne({
      answering: (delivery) => (delivery === 0 ? 500 : 200),
      retry: { ...FAST_RETRY, firstDelayMs: 1100, maxDelayMs: 1100 },
    });
    const [first, second] = harness.endpoint.received;

    expect(second?.body).toBe(first?.body);
    expect(second?.headers["stripe-signature"]).not.toBe(first?.headers["stripe-signature"]);
  });
});

test("a delivery that waits for its retry survives a restart", async () => {
  const slow = { ...FAST_RETRY, firstDelayMs: 300, maxDelayMs: 300 };
  await start({ answering: (delivery) => (delivery === 0 ? 503 : 200), retry: slow });
  const [event] = await harness.trigger({ type: "customer.created" });
  await expect.poll(() => harness.endpoint.received.length).toBeGreaterThan(0);

  await harness.restart();
  await harness.settled();

  const [delivery] = await harness.deliveriesOf(event?.id ?? "");
  expect(delivery?.attempts.map(({ status }) => status)).toEqual([503, 200]);
});

test("a delivery under way when local Stripe stops is sent again", async () => {
  await start({ answering: (delivery) => (delivery === 0 ? "nothing" : 200) });
  const [event] = await harness.trigger({ type: "customer.created" });
  await expect.poll(() => harness.endpoint.received.length).toBe(1);

  await harness.restart();
  await harness.settled();

  const [delivery] = await harness.deliveriesOf(event?.id ?? "");
  expect(delivery).toMatchObject({ state: "delivered", attempts: [{ status: 200 }] });
});

test("many deliveries never have more than the allowed number under way", async () => {
  await start({ concurrency: 8, answerAfterMs: 2 });
  await harness.trigger({ type: "customer.created", count: 200, duplicate: 4 });

  // Another two hundred come five seconds later: with them before the first are all there, where those take as long.
  await expect.poll(() => harness.endpoint.received.length).toBeGreaterThanOrEqual(800);

  expect(harness.endpoint.peak()).toBeLessThanOrEqual(8);
  expect(harness.endpoint.peak()).toBeGreaterThan(1);
});

test("a manual resend goes out once, whether it is accepted or not", async () => {
  await start({ answering: (delivery) => (delivery === 1 ? 500 : 200) });
  const [event] = await harness.trigger({ type: "customer.created" });
  await harness.settled();

  const resent = await harness.post("/_local/deliver", { event: event?.id });
  await harness.settled();

  expect(resent.status).toBe(202);
  expect(await harness.deliveriesOf(event?.id ?? "")).toMatchObject([
    { manual: false, state: "delivered" },
    { manual: true, state: "given_up", attempts: [{ status: 500 }] },
  ]);
});
