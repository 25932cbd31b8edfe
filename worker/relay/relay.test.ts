import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import type { AdmittedEvent } from "../event.ts";
import type { Outcome } from "../admit/outcome.ts";
import type { QueueMessage } from "../admit/queue-message.ts";
import type { Claim, ClaimRequest } from "../admit/shard.ts";
import { budgetUse } from "../budget/take-budget.ts";
import worker from "../index.ts";
import type { BulkEntry } from "../bulk/collector-contract.ts";
import type { SalesforceSession } from "../salesforce/session.ts";
import { anEvent } from "../testing/admitted-event.ts";
import { apiError } from "../testing/fake-salesforce.ts";
import { replaceOutsideWorld, type OutsideWorld } from "../testing/outside-world.ts";

let outside: OutsideWorld;

beforeAll(() => {
  outside = replaceOutsideWorld();
});

/** The shards as the relay sees them: claims are open unless the test says otherwise, and reports are recorded. */
class FakeShards {
  readonly claims: Partial<Record<string, Claim>> = {};
  readonly reports: { readonly shard: string; readonly outcomes: readonly Outcome[] }[] = [];
  readonly claimCalls: string[] = [];
  claimDown = false;
  reportDown = false;

  getByName(shard: string): object {
    return {
      claim: async (requests: readonly ClaimRequest[]): Promise<Claim[]> => {
        this.claimCalls.push(shard);
        if (this.claimDown) throw new Error("the shard is down");
        return requests.map(
          ({ id }) => this.claims[id] ?? { id, kind: "open", event: null, suspectMs: null },
        );
      },
      report: async (outcomes: readonly Outcome[]): Promise<void> => {
        if (this.reportDown) throw new Error("the shard is down");
        this.reports.push({ shard, outcomes });
      },
    };
  }

  outcomes(): Outcome[] {
    return this.reports.flatMap(({ outcomes }) => outcomes);
  }
}

let shards: FakeShards;

/** A breaker of this test's own. */
let session: DurableObjectStub<SalesforceSession>;
let collected: BulkEntry[];
let collectorDown: boolean;
let tests = 0;

beforeEach(() => {
  shards = new FakeShards();
  tests += 1;
  session = env.SALESFORCE_SESSION.getByName(`own-${tests}`);
  collected = [];
  collectorDown = false;
  outside.salesforce.breaking.clear();
  outside.salesforce.published.length = 0;
  outside.salesforce.nextAnswers.length = 0;
  outside.salesforce.rowRefusals.clear();
  outside.salesforce.collectionCalls = 0;
});

afterEach(() => {
  vi.useRealTimers();
});

function messageOf(event: AdmittedEvent, shard = "admission-0"): QueueMessage {
  return { kind: "events", shard, events: [event] };
}

function testEnv(): Env {
  const collector = {
    add: async (entries: readonly BulkEntry[]): Promise<void> => {
      if (collectorDown) throw new Error("the collector is down");
      collected.push(...entries);
    },
  };
  const namespaces = {
    ADMISSION: shards,
    SALESFORCE_SESSION: { getByName: () => session },
    BULK_COLLECTOR: { getByName: () => collector },
  };
  // The relay uses a few methods of these objects; the rest of the environment is the real one.
  return { ...env, ...(namespaces as unknown as Env) };
}

async function relay(
  bodies: readonly unknown[],
  queue = "stripe-events-standard",
): Promise<{ acked: string[]; retried: string[] }> {
  const batch = createMessageBatch(
    queue,
    bodies.map((body, index) => ({ id: `m${index}`, timestamp: new Date(), body, attempts: 1 })),
  );
  const context = createExecutionContext();
  await worker.queue(batch, testEnv());
  const result = await getQueueResult(batch, context);
  expect(result.outcome).toBe("ok");
  return {
    acked: [...result.explicitAcks].sort(),
    retried: result.retryMessages.map(({ msgId }) => msgId).sort(),
  };
}

/** Calls of the last minute. */
async function budgetUsed(): Promise<number> {
  const use = await budgetUse(env);
  if (!use.ok) throw new Error(use.error.detail);
  return use.value.find(({ window }) => window === "minute")?.used ?? 0;
}

describe("a batch", () => {
  it("is published by one API call, in Salesforce's field names, and reported once a shard", async () => {
    const answer = await relay([
      messageOf(anEvent("evt_1"), "admission-0"),
      messageOf(anEvent("evt_2", { apiVersion: null, livemode: false }), "admission-1"),
      messageOf(anEvent("evt_3"), "admission-0"),
    ]);

    expect(answer).toEqual({ acked: ["m0", "m1", "m2"], retried: [] });
    expect(outside.salesforce.collectionCalls).toBe(1);
    expect(outside.salesforce.published[0]).toEqual({
      Event_Id__c: "evt_1",
      Type__c: "payment_intent.succeeded",
      Object_Id__c: "pi_1",
      Created_At__c: "2026-11-18T11:06:40.000Z",
      Received_At__c: "2026-11-18T11:06:41.234Z",
      Api_Version__c: "2026-10-28.endive",
      Livemode__c: true,
      Account__c: null,
      Lane__c: "standard",
      Correlation_Id__c: "correlation of evt_1",
      Payload__c: '{"object":{"id":"pi_1"}}',
    });
    expect(shards.claimCalls.sort()).toEqual(["admission-0", "admission-1"]);
    expect(shards.reports).toEqual([
      {
        shard: "admission-0",
        outcomes: [
          { id: "evt_1", kind: "published" },
          { id: "evt_3", kind: "published" },
        ],
      },
      { shard: "admission-1", outcomes: [{ id: "evt_2", kind: "published" }] },
    ]);
  });

  it("publishes the urgent lane before the standard one, each by a call of its own", async () => {
    await relay([messageOf(anEvent("evt_1")), messageOf(anEvent("evt_2", { lane: "urgent" }))]);

    expect(outside.salesforce.publishedIds()).toEqual(["evt_2", "evt_1"]);
    expect(outside.salesforce.collectionCalls).toBe(2);
  });

  it("is cut where a request would become too large", async () => {
    const payload = "x".repeat(120_000);

    await relay(
      Array.from({ length: 60 }, (_, index) => messageOf(anEvent(`evt_${index}`, { payload }))),
    );

    expect(outside.salesforce.publishedIds()).toHaveLength(60);
    expect(outside.salesforce.collectionCalls).toBe(3);
  });

  it("of a hundred costs one API call: ten for a thousand events", async () => {
    for (let batch = 0; batch < 10; batch += 1) {
      const ids = Array.from({ length: 100 }, (_, index) => `evt_${batch}_${index}`);
      await relay(ids.map((id, index) => messageOf(anEvent(id), `admission-${index % 4}`)));
    }

    expect(outside.salesforce.publishedIds()).toHaveLength(1_000);
    expect(outside.salesforce.collectionCalls).toBe(10);
  });

  it("publishes an event once that it contains twice", async () => {
    const answer = await relay([messageOf(anEvent("evt_1")), messageOf(anEvent("evt_1"))]);

    expect(answer).toEqual({ acked: ["m0", "m1"], retried: [] });
    expect(outside.salesforce.publishedIds()).toEqual(["evt_1"]);
  });

  it("does not publish what the ledger knows to be settled", async () => {
    shards.claims["evt_1"] = { id: "evt_1", kind: "settled" };

    const answer = await relay([messageOf(anEvent("evt_1"))]);

    expect(answer).toEqual({ acked: ["m0"], retried: [] });
    expect(outside.salesforce.collectionCalls).toBe(0);
    expect(shards.reports).toEqual([]);
  });

  it("takes the event of a pointer from its shard", async () => {
    shards.claims["evt_1"] = {
      id: "evt_1",
      kind: "open",
      event: anEvent("evt_1"),
      suspectMs: null,
    };

    await relay([{ kind: "pointer", shard: "admission-0", id: "evt_1" } satisfies QueueMessage]);

    expect(outside.salesforce.publishedIds()).toEqual(["evt_1"]);
  });

  it("publishes an event whose row is gone, and drops a pointer to nothing", async () => {
    shards.claims["evt_1"] = { id: "evt_1", kind: "unknown" };
    shards.claims["evt_2"] = { id: "evt_2", kind: "unknown" };

    const answer = await relay([
      messageOf(anEvent("evt_1")),
      { kind: "pointer", shard: "admission-0", id: "evt_2" } satisfies QueueMessage,
    ]);

    expect(answer).toEqual({ acked: ["m0", "m1"], retried: [] });
    expect(outside.salesforce.publishedIds()).toEqual(["evt_1"]);
  });

  it("that carries several events is acknowledged with the last of them, and what is settled in it goes no more", async () => {
    shards.claims["evt_2"] = { id: "evt_2", kind: "settled" };
    const events = ["evt_1", "evt_2", "evt_3"].map((id) => anEvent(id));

    const answer = await relay([{ kind: "events", shard: "admission-0", events }]);

    expect(answer).toEqual({ acked: ["m0"], retried: [] });
    expect(outside.salesforce.publishedIds()).toEqual(["evt_1", "evt_3"]);
    expect(outside.salesforce.collectionCalls).toBe(1);
  });

  it("acknowledges a message nobody can read, since its row is still in the ledger", async () => {
    const answer = await relay([{ version: 0 }, messageOf(anEvent("evt_1"))]);

    expect(answer).toEqual({ acked: ["m0", "m1"], retried: [] });
    expect(outside.salesforce.publishedIds()).toEqual(["evt_1"]);
  });

  it("comes back when its shard cannot be asked, and nothing is published", async () => {
    shards.claimDown = true;

    const answer = await relay([messageOf(anEvent("evt_1"))]);

    expect(answer).toEqual({ acked: [], retried: ["m0"] });
    expect(outside.salesforce.collectionCalls).toBe(0);
  });

  it("comes back when its outcome cannot be reported", async () => {
    shards.reportDown = true;

    const answer = await relay([messageOf(anEvent("evt_1"))]);

    expect(answer).toEqual({ acked: [], retried: ["m0"] });
    expect(outside.salesforce.publishedIds()).toEqual(["evt_1"]);
  });

  it("comes back, and the handler does not throw, when the Worker is misconfigured", async () => {
    const batch = createMessageBatch("stripe-events-standard", [
      { id: "m0", timestamp: new Date(), body: messageOf(anEvent("evt_1")), attempts: 1 },
    ]);

    await worker.queue(batch, { ...env, SALESFORCE_LOGIN_URL: "not a url" });

    const result = await getQueueResult(batch, createExecutionContext());
    expect(result.retryMessages.map(({ msgId }) => msgId)).toEqual(["m0"]);
  });
});

describe("a row of the answer", () => {
  it.each([
    ["UNABLE_TO_LOCK_ROW", "failed"],
    ["SERVER_UNAVAILABLE", "failed"],
    ["PLATFORM_EVENT_ENCRYPTION_ERROR", "waiting"],
    ["PLATFORM_EVENT_PUBLISHING_UNAVAILABLE", "failed"],
    ["LIMIT_EXCEEDED", "waiting"],
    ["STRING_TOO_LONG", "refused"],
    ["INSUFFICIENT_ACCESS_OR_READONLY", "failed"],
    ["FIELD_CUSTOM_VALIDATION_EXCEPTION", "refused"],
  ])("that says %s is reported as %s, and the others are published", async (code, kind) => {
    outside.salesforce.rowRefusals.set("evt_2", [code]);

    await relay(["evt_1", "evt_2", "evt_3"].map((id) => messageOf(anEvent(id))));

    expect(outside.salesforce.publishedIds()).toEqual(["evt_1", "evt_3"]);
    expect(shards.outcomes()).toEqual([
      { id: "evt_1", kind: "published" },
      {
        id: "evt_2",
        kind,
        failure: { at: expect.any(Number) as number, code, message: "refused by the test" },
      },
      { id: "evt_3", kind: "published" },
    ]);
  });
});

describe("a call that fails as a whole", () => {
  it("with 401 gets one new token and is made once more in place", async () => {
    await relay([messageOf(anEvent("evt_0"))]);
    const requests = outside.salesforce.tokenRequests;
    outside.salesforce.expireToken();

    await relay([messageOf(anEvent("evt_1"))]);

    expect(outside.salesforce.tokenRequests).toBe(requests + 1);
    expect(outside.salesforce.publishedIds()).toEqual(["evt_0", "evt_1"]);
  });

  it("with 401 twice waits, at no attempt's cost", async () => {
    const expired = (): Response => apiError(401, "INVALID_SESSION_ID", "expired");
    outside.salesforce.nextAnswers.push(expired, expired);

    await relay([messageOf(anEvent("evt_1"))]);

    expect(outside.salesforce.collectionCalls).toBe(2);
    expect(shards.outcomes()).toMatchObject([
      { id: "evt_1", kind: "waiting", failure: { code: "TOKEN_REJECTED" } },
    ]);
  });

  it.each([
    [
      "403 REQUEST_LIMIT_EXCEEDED",
      () => apiError(403, "REQUEST_LIMIT_EXCEEDED", "used up"),
      "REQUEST_LIMIT_EXCEEDED",
    ],
    ["503", () => new Response("Service Unavailable", { status: 503 }), "ORG_UNAVAILABLE"],
    ["500", () => apiError(500, "UNKNOWN_EXCEPTION", "oops"), "ORG_UNAVAILABLE"],
    [
      "a page that is no API answer",
      () => new Response("<html>Down for maintenance</html>"),
      "ORG_UNAVAILABLE",
    ],
    ["an answer for another number of rows", () => Response.json([]), "ORG_UNAVAILABLE"],
    ["a broken connection", () => Promise.reject(new Error("connection reset")), "ORG_UNAVAILABLE"],
    [
      "a timeout",
      () => Promise.reject(new DOMException("timed out", "TimeoutError")),
      "ORG_UNAVAILABLE",
    ],
  ] as const)("with %s waits, at no attempt's cost", async (_name, answer, code) => {
    // For both together, then for each alone.
    outside.salesforce.nextAnswers.push(answer, answer, answer);

    const result = await relay([messageOf(anEvent("evt_1")), messageOf(anEvent("evt_2"))]);

    expect(result).toEqual({ acked: ["m0", "m1"], retried: [] });
    expect(shards.outcomes()).toMatchObject([
      { id: "evt_1", kind: "waiting", failure: { code } },
      { id: "evt_2", kind: "waiting", failure: { code } },
    ]);
  });

  it("with 400 is halved until the senseless record stands alone", async () => {
    const senseless = (): Response => apiError(400, "JSON_PARSER_ERROR", "cannot be read");
    // All four; then the first half (fine), the second half, its first record, its second (fine).
    const carriedOut = undefined;
    const script = [senseless, carriedOut, senseless, senseless];
    const real = outside.salesforce.nextAnswers;
    real.push(
      ...script.map(
        (answer) =>
          answer ?? ((): Response => Response.json([{ success: true }, { success: true }])),
      ),
    );

    await relay(["evt_1", "evt_2", "evt_3", "evt_4"].map((id) => messageOf(anEvent(id))));

    expect(shards.outcomes()).toMatchObject([
      { id: "evt_1", kind: "published" },
      { id: "evt_2", kind: "published" },
      { id: "evt_3", kind: "refused", failure: { code: "JSON_PARSER_ERROR" } },
      { id: "evt_4", kind: "published" },
    ]);
    expect(outside.salesforce.publishedIds()).toEqual(["evt_4"]);
  });

  it("for want of a token waits, at no attempt's cost", async () => {
    outside.salesforce.expireToken();
    outside.salesforce.loginDown = true;

    await relay([messageOf(anEvent("evt_1"))]);
    outside.salesforce.loginDown = false;

    expect(shards.outcomes()).toMatchObject([
      { id: "evt_1", kind: "waiting", failure: { code: "LOGIN_UNREACHABLE" } },
    ]);
    // The session remembers a failed login for five seconds.
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 6_000 });
    await relay([messageOf(anEvent("evt_2"))]);
    expect(outside.salesforce.publishedIds()).toEqual(["evt_2"]);
  });
});

describe("messages the queue gave up on", () => {
  it.each(["stripe-events-undelivered", "stripe-events-undelivered-production"])(
    "go back to the ledger from %s, and it sends their events again",
    async (queue) => {
      const answer = await relay(
        [messageOf(anEvent("evt_1")), messageOf(anEvent("evt_2"), "admission-1")],
        queue,
      );

      expect(answer).toEqual({ acked: ["m0", "m1"], retried: [] });
      expect(outside.salesforce.collectionCalls).toBe(0);
      expect(shards.outcomes()).toMatchObject([
        { id: "evt_1", kind: "waiting", failure: { code: "QUEUE_GAVE_UP" } },
        { id: "evt_2", kind: "waiting", failure: { code: "QUEUE_GAVE_UP" } },
      ]);
    },
  );

  it("stay in their queue while the ledger cannot take them", async () => {
    shards.reportDown = true;

    const answer = await relay([messageOf(anEvent("evt_1"))], "stripe-events-undelivered");

    expect(answer).toEqual({ acked: [], retried: ["m0"] });
  });
});

describe("events of the bulk lane", () => {
  it("are handed to the collector, which reports on them itself", async () => {
    const event = anEvent("evt_1", { lane: "bulk" });

    const answer = await relay([messageOf(event, "admission-2")], "stripe-events-bulk");

    expect(answer).toEqual({ acked: ["m0"], retried: [] });
    expect(collected).toEqual([{ event, shard: "admission-2", suspectMs: null }]);
    expect(outside.salesforce.collectionCalls).toBe(0);
    expect(shards.reports).toEqual([]);
  });

  it("come back while the collector cannot take them", async () => {
    collectorDown = true;

    const answer = await relay([messageOf(anEvent("evt_1", { lane: "bulk" }))]);

    expect(answer).toEqual({ acked: [], retried: ["m0"] });
  });
});

describe("an event that breaks every call it is part of", () => {
  const many = Array.from({ length: 100 }, (_, index) => anEvent(`evt_${index}`));

  it.each(["evt_0", "evt_37", "evt_99"])(
    "stops no other when it is %s of a hundred",
    async (id) => {
      outside.salesforce.breaking.add(id);

      await relay(many.map((event) => messageOf(event)));

      const published = many.filter((event) => event.id !== id).map((event) => event.id);
      expect(outside.salesforce.publishedIds().toSorted()).toEqual(published.toSorted());
      expect(shards.outcomes().filter(({ kind }) => kind !== "published")).toMatchObject([
        { id, kind: "waiting", suspect: true, failure: { code: "ORG_UNAVAILABLE" } },
      ]);
    },
  );

  it("travels alone from then on, and pays with its retries once others have got through", async () => {
    outside.salesforce.breaking.add("evt_1");
    shards.claims["evt_1"] = { id: "evt_1", kind: "open", event: null, suspectMs: 1_000 };

    await relay(["evt_1", "evt_2", "evt_3"].map((id) => messageOf(anEvent(id))));

    expect(outside.salesforce.collectionCalls).toBe(2);
    expect(shards.outcomes()).toMatchObject([
      { id: "evt_2", kind: "published" },
      { id: "evt_3", kind: "published" },
      { id: "evt_1", kind: "failed", suspect: true },
    ]);
  });

  it("pays nothing while no other has got through: perhaps it is the org", async () => {
    outside.salesforce.breaking.add("evt_1");
    shards.claims["evt_1"] = { id: "evt_1", kind: "open", event: null, suspectMs: 1_000 };

    await relay([messageOf(anEvent("evt_1"))]);

    expect(shards.outcomes()).toMatchObject([{ id: "evt_1", kind: "waiting", suspect: true }]);
  });
});

describe("an open breaker", () => {
  beforeEach(async () => {
    outside.salesforce.nextAnswers.push(() => apiError(403, "REQUEST_LIMIT_EXCEEDED", "used up"));
    await relay([messageOf(anEvent("evt_first"))]);
    shards.reports.length = 0;
    outside.salesforce.collectionCalls = 0;
  });

  it("makes events wait without a call, until the breaker's time and at no attempt's cost", async () => {
    const answer = await relay([messageOf(anEvent("evt_1"))]);

    expect(answer).toEqual({ acked: ["m0"], retried: [] });
    expect(outside.salesforce.collectionCalls).toBe(0);
    const [outcome] = shards.outcomes();
    expect(outcome).toMatchObject({ kind: "waiting", failure: { code: "WAITING_FOR_LIMIT" } });
    const untilMs = outcome?.kind === "waiting" ? (outcome.untilMs ?? 0) : 0;
    expect(untilMs).toBeGreaterThan(Date.now() + 55_000);
  });

  it("does not keep a suspect for a call back that never comes: it waits no longer than the breaker", async () => {
    shards.claims["evt_1"] = { id: "evt_1", kind: "open", event: null, suspectMs: 1_000 };

    await relay([messageOf(anEvent("evt_1")), messageOf(anEvent("evt_2"))]);

    const untilMs = shards
      .outcomes()
      .map((outcome) => (outcome.kind === "waiting" ? (outcome.untilMs ?? 0) - Date.now() : 0));
    const [other, suspect] = untilMs;
    expect(suspect).toBeLessThan(61_000);
    expect(other, "the breaker's call back is the other's way").toBeGreaterThan(5 * 60_000);
  });

  it("is probed by one event; when that gets through, the rest of an urgent batch follows", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });

    await relay(
      ["evt_1", "evt_2", "evt_3"].map((id) => messageOf(anEvent(id, { lane: "urgent" }))),
      "stripe-events-urgent",
    );

    expect(outside.salesforce.collectionCalls).toBe(2);
    expect(outside.salesforce.publishedIds()).toEqual(["evt_1", "evt_2", "evt_3"]);
  });

  it("stays open when the probe fails, and the rest of the batch makes no call", async () => {
    outside.salesforce.nextAnswers.push(() => new Response("", { status: 503 }));
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });

    await relay(["evt_1", "evt_2"].map((id) => messageOf(anEvent(id, { lane: "urgent" }))));

    expect(outside.salesforce.collectionCalls).toBe(1);
    expect(shards.outcomes()).toMatchObject([
      { id: "evt_1", kind: "waiting", failure: { code: "ORG_UNAVAILABLE" } },
      { id: "evt_2", kind: "waiting", failure: { code: "WAITING_FOR_LIMIT" } },
    ]);
  });
});

describe("a refusal that meets every event", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => anEvent(`evt_${index}`));

  function refuseAll(code: string, times = 1): void {
    for (const { id } of hundred) {
      outside.salesforce.rowRefusals.set(id, Array<string>(times).fill(code));
    }
  }

  it.each([
    "INSUFFICIENT_ACCESS_OR_READONLY",
    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
    "INVALID_TYPE",
    "INVALID_FIELD_FOR_INSERT_UPDATE",
    "NOT_FOUND",
    "FIELD_CUSTOM_VALIDATION_EXCEPTION",
    "A_CODE_NOBODY_KNOWS",
  ])("by %s is the org's fault: one call, no attempt, and the lane is parked", async (code) => {
    refuseAll(code);

    await relay(hundred.map((event) => messageOf(event)));

    expect(outside.salesforce.collectionCalls).toBe(1);
    expect(new Set(shards.outcomes().map(({ kind }) => kind))).toEqual(new Set(["waiting"]));
    expect(shards.outcomes()).toHaveLength(100);
    expect(await session.breaker()).toMatchObject({ kind: "open", cause: "refused" });
  });

  it.each([
    ["a field is missing", () => apiError(400, "INVALID_FIELD", "No such column"), 1],
    ["the object is missing", () => apiError(404, "NOT_FOUND", "does not exist"), 1],
    ["the API is closed", () => apiError(403, "API_DISABLED_FOR_ORG", "not enabled"), 1],
    ["nobody knows why", () => apiError(400, "SOMETHING_NEW", "no"), 3],
  ])("as a whole, since %s, dooms no event", async (_why, answer, calls) => {
    outside.salesforce.nextAnswers.push(...Array<typeof answer>(200).fill(answer));

    await relay(hundred.map((event) => messageOf(event)));

    expect(outside.salesforce.collectionCalls).toBe(calls);
    expect(shards.outcomes().map(({ kind }) => kind)).toEqual(Array(100).fill("waiting"));
    expect(await session.breaker()).toMatchObject({ kind: "open", cause: "refused" });
  });

  it("ends with the first probe that gets through, and all follow", async () => {
    refuseAll("INSUFFICIENT_ACCESS");
    await relay(hundred.map((event) => messageOf(event)));
    shards.reports.length = 0;

    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 6_000 });
    await relay(
      hundred.map((event) => messageOf({ ...event, lane: "urgent" })),
      "stripe-events-urgent",
    );

    expect(shards.outcomes().map(({ kind }) => kind)).toEqual(Array(100).fill("published"));
    expect(outside.salesforce.collectionCalls, "the refused one, the probe, the rest").toBe(3);
  });

  it("does not spare what is wrong with one event, however many are refused beside it", async () => {
    refuseAll("INSUFFICIENT_ACCESS");
    outside.salesforce.rowRefusals.set("evt_7", ["STRING_TOO_LONG"]);

    await relay(hundred.map((event) => messageOf(event)));

    expect(shards.outcomes().filter(({ kind }) => kind === "refused")).toMatchObject([
      { id: "evt_7" },
    ]);
  });

  it("cannot be told by one event alone: that waits until others get through, and then is dead", async () => {
    const alone = "FIELD_CUSTOM_VALIDATION_EXCEPTION";
    outside.salesforce.rowRefusals.set("evt_1", [alone, alone]);

    await relay([messageOf(anEvent("evt_1"))]);
    expect(shards.outcomes()).toMatchObject([{ id: "evt_1", kind: "waiting", suspect: true }]);

    shards.reports.length = 0;
    shards.claims["evt_1"] = { id: "evt_1", kind: "open", event: null, suspectMs: 1_000 };
    await relay([messageOf(anEvent("evt_1")), messageOf(anEvent("evt_2"))]);
    expect(shards.outcomes()).toMatchObject([
      { id: "evt_2", kind: "published" },
      { id: "evt_1", kind: "refused", failure: { code: alone } },
    ]);
  });
});

describe("one call to Salesforce", () => {
  it("that is repeated with a new token takes from the budget twice", async () => {
    await relay([messageOf(anEvent("evt_0"))]);
    const before = await budgetUsed();
    outside.salesforce.expireToken();

    await relay([messageOf(anEvent("evt_1"))]);

    expect((await budgetUsed()) - before).toBe(2);
  });
});

describe("a service of the org that is down", () => {
  it("is no event's fault when it refuses every row, and opens the breaker in the end", async () => {
    for (const id of ["evt_1", "evt_2", "evt_3", "evt_4", "evt_5"]) {
      outside.salesforce.rowRefusals.set(id, ["PLATFORM_EVENT_PUBLISHING_UNAVAILABLE"]);
      await relay([messageOf(anEvent(id))]);
    }

    expect(shards.outcomes().map(({ kind }) => kind)).toEqual(Array(5).fill("waiting"));
    expect(await session.breaker()).toMatchObject({ kind: "open", cause: "unavailable" });
  });
});
