import { env } from "cloudflare:workers";
import { runDurableObjectAlarm } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import {
  add,
  alarm,
  customer,
  customers,
  FLUSH_MS,
  flushed,
  kinds,
  passTime,
  recordReports,
  ring,
  startCollector,
  stopCollector,
  type Surroundings,
} from "../testing/collector.ts";
import { bulkCollectorOf } from "./collector.ts";

let around: Surroundings;

beforeEach(async () => {
  around = await startCollector();
});

afterEach(stopCollector);

describe("collecting", () => {
  it("waits until the oldest event is old enough, then publishes all in one call for 200", async () => {
    await add(customers(150));
    await passTime(30_000);
    await add(customers(250, 150));
    await passTime(29_990);
    expect(around.outside.salesforce.collectionCalls).toBe(0);

    await passTime(10);

    expect(around.outside.salesforce.collectionCalls).toBe(2);
    expect(around.outside.salesforce.published).toHaveLength(400);
    expect(kinds()).toEqual({ published: 400 });
    expect(await alarm()).toBeNull();
    expect(await bulkCollectorOf(env).inspect()).toEqual({
      rows: 0,
      bytes: 0,
      oldestMs: null,
      sending: "none",
    });
  });

  it("does not wait once there are enough", async () => {
    await recordReports({ BULK_FLUSH_ROWS: "10" });
    await add(customers(9));
    await ring();
    expect(around.outside.salesforce.published).toHaveLength(0);

    await add(customers(1, 9));
    await ring();

    expect(around.outside.salesforce.published).toHaveLength(10);
  });

  it("does not wait once they are as much as may travel at once, and sends the rest after", async () => {
    const payload = JSON.stringify({ object: { name: "x".repeat(130_000) } });
    const events = customers(100).map((event) => ({ ...event, payload }));

    await add(events);
    await ring();

    const sent = around.outside.salesforce.published.length;
    expect(sent).toBeGreaterThan(70);
    expect(sent).toBeLessThan(100);
    await flushed();
    expect(kinds()).toEqual({ published: 100 });
  });

  it("takes an event once, however often it is handed over", async () => {
    await add(customers(1));
    await add([...customers(1), ...customers(1)]);
    await flushed();

    expect(around.outside.salesforce.published).toHaveLength(1);
    expect(kinds()).toEqual({ published: 1 });
  });

  it("reports what a newer event superseded as published with it", async () => {
    const [older, newer] = [
      customer(1),
      customer(2, { objectId: "cus_1", createdAt: 1_795_000_009 }),
    ];
    await add([newer, older]);
    await flushed();

    expect(around.outside.salesforce.publishedIds()).toEqual([newer.id]);
    expect(around.reported).toContainEqual({ id: newer.id, kind: "published" });
    expect(around.reported).toContainEqual({ id: older.id, kind: "published" });
  });

  it("sends what was superseded by an event that was refused", async () => {
    const [older, newer] = [
      customer(1),
      customer(2, { objectId: "cus_1", createdAt: 1_795_000_009 }),
    ];
    around.outside.salesforce.rowRefusals.set(newer.id, ["STRING_TOO_LONG"]);
    await add([older, newer]);
    await flushed();

    expect(around.reported).toContainEqual(
      expect.objectContaining({ id: newer.id, kind: "refused" }),
    );
    expect(around.reported).toContainEqual(
      expect.objectContaining({
        id: older.id,
        kind: "waiting",
        failure: expect.objectContaining({ code: "SUCCESSOR_NOT_PUBLISHED" }) as unknown,
      }),
    );
    await add([older]);
    await flushed();
    expect(around.outside.salesforce.publishedIds()).toEqual([older.id]);
  });

  it("publishes with the previous values of all of a second's updates", async () => {
    const payload = (object: object, previous: object): string =>
      JSON.stringify({ object, previous_attributes: previous });
    await add([
      customer(1, {
        objectId: "cus_1",
        payload: payload({ name: "b", email: "x" }, { name: "a" }),
      }),
      customer(2, {
        objectId: "cus_1",
        payload: payload({ name: "b", email: "y" }, { email: "x" }),
      }),
    ]);
    await flushed();

    const [published, ...others] = around.outside.salesforce.published;
    expect(others).toEqual([]);
    expect(published?.["Payload__c"]).toBe(
      payload({ name: "b", email: "y" }, { email: "x", name: "a" }),
    );
  });

  it("keeps an outcome until its shard has taken it", async () => {
    around.shardsDown = true;
    await add(customers(3));
    await flushed();
    expect(around.outside.salesforce.published).toHaveLength(3);
    expect(around.reported).toEqual([]);

    around.shardsDown = false;
    await passTime(5_000);

    expect(kinds()).toEqual({ published: 3 });
    expect(around.outside.salesforce.published).toHaveLength(3);
  });

  it("hands events back as waiting while the org is down", async () => {
    around.outside.salesforce.down = true;
    await add(customers(1));
    await flushed();

    expect(kinds()).toEqual({ waiting: 1 });
    expect(await alarm()).toBeNull();
  });

  it("gets over an alarm that fails", async () => {
    await add(customers(1));
    await recordReports({ BULK_FLUSH_SECONDS: "soon" });
    vi.setSystemTime(Date.now() + FLUSH_MS);
    await runDurableObjectAlarm(bulkCollectorOf(env));

    expect(await alarm()).toBe(Date.now() + 30_000);
    await recordReports({ BULK_FLUSH_SECONDS: "60" });
    await passTime(30_000);
    expect(kinds()).toEqual({ published: 1 });
  });
});
