import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import type { Harness } from "../testing/local-stripe-harness.ts";
import { startHarness } from "../testing/local-stripe-harness.ts";
import { disturbance, disturbed } from "./disturbance.ts";

const planned = (count: number, type = "customer.created") =>
  Array.from({ length: count }, (_, index) => ({
    eventId: `evt_${index}`,
    endpointId: "we_1",
    delayMs: 0,
    type,
  }));

describe("disturbed deliveries", () => {
  test("are the same for the same seed, and lose no event that is not dropped", () => {
    const wishes = fc.record({
      seed: fc.integer(),
      late: fc.option(
        fc.record({ seconds: fc.nat(100), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
        { nil: undefined },
      ),
      twice: fc.option(
        fc.record({ laterSeconds: fc.nat(100), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
        { nil: undefined },
      ),
      drop: fc.option(fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }) }), {
        nil: undefined,
      }),
      outOfOrder: fc.option(fc.record({ withinSeconds: fc.integer({ min: 1, max: 10 }) }), {
        nil: undefined,
      }),
    });
    fc.assert(
      fc.property(wishes, fc.nat(30), (asked, count) => {
        const given = Object.entries(asked).filter(([, value]) => value !== undefined);
        const parsed = disturbance.parse(Object.fromEntries(given));

        const once = disturbed(planned(count), parsed, 0);

        expect(disturbed(planned(count), parsed, 0)).toEqual(once);
        expect(new Set(once.map(({ eventId }) => eventId)).size).toBe(count);
        for (const { delayMs, dropped } of once) {
          expect(delayMs).toBeGreaterThanOrEqual(0);
          if (parsed.drop === undefined) expect(dropped).toBeUndefined();
        }
      }),
    );
  });

  test("of other types are left alone", () => {
    const wishes = disturbance.parse({ types: ["customer.updated"], drop: {} });

    expect(disturbed(planned(2), wishes, 0).filter(({ dropped }) => dropped === true)).toEqual([]);
    expect(
      disturbed(planned(2, "customer.updated"), wishes, 0).filter(
        ({ dropped }) => dropped === true,
      ),
    ).toHaveLength(2);
  });
});

describe("deliveries on request", () => {
  let harness: Harness;

  afterEach(async () => {
    await harness.stop();
  });

  async function disturb(wishes: object): Promise<void> {
    harness = await startHarness();
    const response = await fetch(`${harness.url()}/_local/deliveries/disturbance`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(wishes),
    });
    expect(response.status).toBe(200);
  }

  test("come twice, under one event id", async () => {
    await disturb({ twice: {} });

    await harness.sdk().customers.create();
    await harness.settled();

    const ids = harness.endpoint.received.map(({ eventId }) => eventId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test("are dropped, and the event is listed as not delivered", async () => {
    await disturb({ drop: {} });

    await harness.sdk().customers.create();
    await harness.settled();

    expect(harness.endpoint.received).toEqual([]);
    const undelivered = await harness.sdk().events.list({ delivery_success: false });
    expect(undelivered.data.map(({ type }) => type)).toEqual(["customer.created"]);
  });

  test("come in another order than the events were made", async () => {
    await disturb({ outOfOrder: { withinSeconds: 0.5 }, seed: 4 });

    // At once: what a slow machine makes half a second apart is in order again.
    await Promise.all(Array.from({ length: 8 }, () => harness.sdk().customers.create()));
    await harness.settled();

    const { data } = await harness.sdk().events.list();
    const made = data.map(({ id }) => id).reverse();
    const arrived = harness.endpoint.received.map(({ eventId }) => eventId);
    expect(arrived).not.toEqual(made);
    expect([...arrived].sort()).toEqual([...made].sort());
  });

  test("wait while paused, over a restart too, and go on when resumed", async () => {
    harness = await startHarness();
    await harness.post("/_local/deliveries/pause", {});
    await harness.sdk().customers.create();
    await harness.restart();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const whilePaused = harness.endpoint.received.length;

    await harness.post("/_local/deliveries/resume", {});
    await harness.settled();

    expect([whilePaused, harness.endpoint.received.length]).toEqual([0, 1]);
  });
});
