import { env } from "cloudflare:workers";
import { abortAllDurableObjects, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import {
  add,
  alarm,
  customer,
  customers,
  flushed,
  kinds,
  passTime,
  recordReports,
  SHARD,
  START,
  startCollector,
  stopCollector,
  type Surroundings,
} from "../testing/collector.ts";
import { apiError } from "../testing/fake-salesforce.ts";
import { bulkCollectorOf } from "./collector.ts";

let around: Surroundings;

beforeEach(async () => {
  around = await startCollector();
});

afterEach(stopCollector);

describe("a Bulk API job", () => {
  it("carries 2,000 rows and more, in the calls a clean job needs", async () => {
    const events = customers(2_000);
    await add(events);
    await flushed();
    await passTime(2_000);

    expect(around.outside.salesforce.bulk.requests).toEqual([
      "create",
      "upload",
      "UploadComplete",
      "read",
    ]);
    expect(around.outside.salesforce.collectionCalls).toBe(0);
    expect(kinds()).toEqual({ published: 2_000 });
    expect(around.outside.salesforce.published[7]).toEqual({
      Event_Id__c: "evt_00007",
      Type__c: "customer.updated",
      Object_Id__c: "cus_7",
      Created_At__c: "2026-11-18T11:06:40.000Z",
      Received_At__c: "2026-11-18T11:06:41.234Z",
      Api_Version__c: "2026-10-28.endive",
      Livemode__c: true,
      Lane__c: "bulk",
      Correlation_Id__c: "correlation of evt_00007",
      Payload__c: events[7]?.payload,
    });
  });

  it("is asked how far it is at growing intervals", async () => {
    around.outside.salesforce.bulk.slowness = 8;
    await add(customers(2_000));
    await flushed();
    const waits: number[] = [];
    for (let polls = 0; polls < 20 && around.reported.length === 0; polls += 1) {
      const waitMs = ((await alarm()) ?? 0) - Date.now();
      waits.push(waitMs);
      await passTime(waitMs);
    }

    expect(waits.map((ms) => ms / 1000)).toEqual([2, 4, 8, 16, 32, 60, 60, 60, 60]);
    expect(await bulkCollectorOf(env).inspect()).toMatchObject({ rows: 0, sending: "none" });
  });

  it("gathers the next events while one is under way", async () => {
    around.outside.salesforce.bulk.slowness = 1;
    await add(customers(2_000));
    await flushed();
    await add(customers(5, 2_000));
    await flushed();
    expect(await bulkCollectorOf(env).inspect()).toMatchObject({ rows: 5, sending: "job" });

    await passTime(4_000);
    await flushed();

    expect(kinds()).toEqual({ published: 2_005 });
    expect(around.outside.salesforce.collectionCalls).toBe(1);
  });

  it("reports each row as the job says", async () => {
    around.outside.salesforce.rowRefusals.set("evt_00001", ["STRING_TOO_LONG"]);
    around.outside.salesforce.rowRefusals.set("evt_00002", ["UNABLE_TO_LOCK_ROW"]);
    await add(customers(2_000));
    await flushed();
    await passTime(2_000);

    expect(kinds()).toEqual({ refused: 1, failed: 1, published: 1_998 });
    expect(around.reported).toContainEqual(
      expect.objectContaining({
        id: "evt_00001",
        kind: "refused",
        failure: expect.objectContaining({ code: "STRING_TOO_LONG" }) as unknown,
      }),
    );
    expect(around.outside.salesforce.bulk.requests.slice(-2)).toEqual([
      "failedResults",
      "unprocessedrecords",
    ]);
  });

  it("that fails half-way gives back what it did not get to", async () => {
    around.outside.salesforce.bulk.failsAfter = 1_500;
    await add(customers(2_000));
    await flushed();
    await passTime(2_000);

    expect(kinds()).toEqual({ published: 1_500, waiting: 500 });
    expect(around.reported.at(-1)).toMatchObject({
      failure: {
        code: "JOB_INCOMPLETE",
        message: expect.stringContaining("Batch failed") as unknown,
      },
    });
  });

  it("that takes more than an hour is aborted, and its rows wait", async () => {
    around.outside.salesforce.bulk.slowness = Number.POSITIVE_INFINITY;
    await add(customers(2_000));
    await flushed();
    for (let minutes = 0; minutes < 70 && around.reported.length === 0; minutes += 1)
      await passTime(60_000);

    expect(Date.now() - START).toBeLessThan(65 * 60_000);
    expect([...around.outside.salesforce.bulk.jobs.values()].map(({ state }) => state)).toEqual([
      "Aborted",
    ]);
    expect(kinds()).toEqual({ waiting: 2_000 });
  });

  it.each(["create", "upload", "UploadComplete", "read"])(
    "goes on when the answer to %s is lost and the collector dies",
    async (request) => {
      let isLost = false;
      around.outside.salesforce.bulk.loses = (name) => {
        if (isLost || name !== request) return false;
        isLost = true;
        return true;
      };
      await add(customers(2_000));
      await flushed();
      await passTime(2_000);
      await abortAllDurableObjects();
      await recordReports({ BULK_FLUSH_ROWS: "4000" });
      for (let minutes = 0; minutes < 3; minutes += 1) await passTime(60_000);

      expect(isLost).toBe(true);
      expect(kinds()).toEqual({ published: 2_000 });
      const finished = [...around.outside.salesforce.bulk.jobs.values()].filter(
        ({ state }) => state === "JobComplete",
      );
      expect(finished).toHaveLength(1);
    },
  );

  it.each(["failedResults", "unprocessedrecords"])(
    "asks again for %s that came cut off",
    async (list) => {
      around.outside.salesforce.rowRefusals.set("evt_00001", ["STRING_TOO_LONG"]);
      let cuts = 0;
      around.outside.salesforce.bulk.instead = (name) => {
        if (name !== list || cuts > 0) return undefined;
        cuts += 1;
        return new Response('"Event_Id__c"\n"evt_');
      };
      await add(customers(2_000));
      await flushed();
      await passTime(2_000);
      await passTime(60_000);

      expect(kinds()).toEqual({ refused: 1, published: 1_999 });
    },
  );

  it("that is gone is made again, and after three its rows go by collections", async () => {
    around.outside.salesforce.bulk.instead = (name) => {
      if (name === "read") around.outside.salesforce.bulk.jobs.clear();
      return undefined;
    };
    await add(customers(2_000));
    await flushed();
    for (let minutes = 0; minutes < 4; minutes += 1) await passTime(60_000);

    expect(
      around.outside.salesforce.bulk.requests.filter((name) => name === "create"),
    ).toHaveLength(3);
    expect(around.outside.salesforce.collectionCalls).toBe(10);
    expect(kinds()).toEqual({ published: 2_000 });
  });

  it("whose results are gone is made again", async () => {
    around.outside.salesforce.bulk.failsAfter = 10;
    around.outside.salesforce.bulk.instead = (name) =>
      name === "failedResults" ? apiError(404, "NOT_FOUND", "gone") : undefined;
    await add(customers(2_000));
    await flushed();
    await passTime(2_000);
    await passTime(60_000);

    expect(
      around.outside.salesforce.bulk.requests.filter((name) => name === "create"),
    ).toHaveLength(2);
    expect(kinds()).toEqual({ published: 2_000 });
  });

  it("that somebody opened again is closed again", async () => {
    await add(customers(2_000));
    await flushed();
    for (const job of around.outside.salesforce.bulk.jobs.values()) job.state = "Open";
    await passTime(2_000);
    await passTime(60_000);

    expect(kinds()).toEqual({ published: 2_000 });
    expect(around.outside.salesforce.bulk.jobs.size).toBe(1);
  });

  it("that the org does not offer is replaced by collections", async () => {
    around.outside.salesforce.bulk.instead = () => apiError(400, "INVALIDJOB", "no such object");
    await add(customers(2_000));
    await flushed();

    expect(around.outside.salesforce.collectionCalls).toBe(10);
    expect(kinds()).toEqual({ published: 2_000 });
  });

  it("gets a new token once for one that is rejected", async () => {
    await add(customers(2_000));
    await flushed();
    around.outside.salesforce.expireToken();
    await passTime(2_000);

    expect(around.outside.salesforce.tokenRequests).toBe(2);
    expect(kinds()).toEqual({ published: 2_000 });
  });

  it("waits while there is no token to be had", async () => {
    await add(customers(2_000));
    await flushed();
    around.outside.salesforce.expireToken();
    around.outside.salesforce.loginDown = true;
    await passTime(2_000);
    expect(around.reported).toEqual([]);

    around.outside.salesforce.loginDown = false;
    for (let minutes = 0; minutes < 3; minutes += 1) await passTime(60_000);
    expect(kinds()).toEqual({ published: 2_000 });
  });

  it("waits as long as the breaker says, and tells it of an allowance that is used up", async () => {
    let refusals = 0;
    around.outside.salesforce.bulk.instead = (name) => {
      if (name !== "create" || refusals > 0) return undefined;
      refusals += 1;
      return apiError(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
    };
    await add(customers(2_000));
    await flushed();
    await passTime(30_000);
    expect(around.outside.salesforce.bulk.requests).toEqual(["create"]);

    for (let minutes = 0; minutes < 20; minutes += 1) await passTime(60_000);
    expect(kinds()).toEqual({ published: 2_000 });
  });

  it("waits for the call budget", async () => {
    await recordReports({ API_CALLS_PER_MINUTE: "10", BULK_FLUSH_ROWS: "4000" });
    around.outside.salesforce.bulk.slowness = 6;
    await add(customers(2_000));
    await flushed();
    for (let minutes = 0; minutes < 30; minutes += 1) await passTime(60_000);

    expect(kinds()).toEqual({ published: 2_000 });
    const budget = around.outside.dynamodb.items.get(
      '{"pk":{"S":"salesforce#login.salesforce.test"}}',
    );
    expect(budget?.["day_used"]).toEqual({
      N: String(around.outside.salesforce.bulk.requests.length),
    });
  });
});

describe("an event suspected of breaking calls", () => {
  it("stays out of a job and travels alone", async () => {
    const suspect = customer(9_999);
    await bulkCollectorOf(env).add([
      ...customers(2_000).map((event) => ({ event, shard: SHARD })),
      { event: suspect, shard: SHARD, suspectMs: START },
    ]);
    await flushed();
    await passTime(2_000);

    expect(kinds()).toEqual({ published: 2_001 });
    expect(around.outside.salesforce.collectionCalls).toBe(1);
    expect(around.outside.salesforce.publishedIds()).toContain(suspect.id);
  });
});

describe("a sending another version of the Worker left", () => {
  it("is forgotten, and its events are collected again", async () => {
    await add(customers(2_000));
    await flushed();
    await runInDurableObject(bulkCollectorOf(env), (_, state) => {
      state.storage.kv.put("sending", { way: "pigeon" });
    });
    await add(customers(1, 2_000));
    await flushed();
    await passTime(2_000);

    expect(kinds()).toEqual({ published: 2_001 });
  });
});
