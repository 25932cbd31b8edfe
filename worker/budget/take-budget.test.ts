import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { replaceOutsideWorld, type OutsideWorld } from "../testing/outside-world.ts";
import { budgetUse, learnQuota, takeBudget } from "./take-budget.ts";

const START = Date.UTC(2026, 10, 21, 12);
const KEY = '{"pk":{"S":"salesforce#login.salesforce.test"}}';

let outside: OutsideWorld;
/** An isolate of its own: what it remembers is kept by `env`. */
let isolate: Env;

beforeEach(() => {
  vi.useFakeTimers({ now: START, toFake: ["Date"] });
  outside = replaceOutsideWorld();
  isolate = newIsolate();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function newIsolate(limits: Partial<Env> = {}): Env {
  return { ...env, API_CALLS_PER_MINUTE: "100", ...limits };
}

function stored(name: string): number {
  const value = outside.dynamodb.items.get(KEY)?.[name];
  return value !== undefined && "N" in value ? Number(value.N) : Number.NaN;
}

describe("a call budget", () => {
  it("costs one conditional update a take once the item is known", async () => {
    await takeBudget(isolate, { lane: "standard", calls: 1 });
    outside.dynamodb.calls = 0;

    const verdict = await takeBudget(isolate, { lane: "standard", calls: 2 });

    expect(verdict).toEqual({ kind: "granted" });
    expect(outside.dynamodb.calls).toBe(1);
    expect([stored("minute_used"), stored("hour_used"), stored("day_used")]).toEqual([3, 3, 3]);
    expect(stored("expires_at")).toBe(START / 1000 + 2 * 86_400);
  });

  it("is one for all isolates", async () => {
    const others = [newIsolate(), newIsolate(), newIsolate(), newIsolate()];
    const takes = Array.from({ length: 120 }, async (_, index) =>
      takeBudget(others[index % 4] ?? isolate, { lane: "urgent", calls: 1 }),
    );

    const verdicts = await Promise.all(takes);

    expect(verdicts.filter(({ kind }) => kind === "granted")).toHaveLength(100);
    expect(stored("minute_used")).toBe(100);
  });

  it("denies bulk, then standard, and names when the minute frees", async () => {
    await takeBudget(isolate, { lane: "urgent", calls: 70 });

    const denied = await takeBudget(isolate, { lane: "bulk", calls: 1 });
    const granted = await takeBudget(isolate, { lane: "standard", calls: 1 });

    // In the next minute 71 calls of this one must have shrunk to 69.
    expect(denied).toMatchObject({ kind: "denied", window: "minute" });
    expect(granted).toEqual({ kind: "granted" });
    const again = await takeBudget(isolate, { lane: "bulk", calls: 1, nowMs: START + 60_000 });
    expect(again).toEqual({ kind: "denied", window: "minute", untilMs: START + 61_691 });
    const free = { lane: "bulk", calls: 1, nowMs: START + 61_691 } as const;
    expect(await takeBudget(isolate, free)).toEqual({ kind: "granted" });
    expect(stored("minute_previous")).toBe(71);
  });

  it("asks DynamoDB before it denies: memory may be old", async () => {
    await takeBudget(isolate, { lane: "urgent", calls: 100 });
    outside.dynamodb.items.clear();

    expect(await takeBudget(isolate, { lane: "urgent", calls: 1 })).toEqual({ kind: "granted" });
  });

  it("counts again what somebody else rotated or filled in between", async () => {
    await takeBudget(isolate, { lane: "urgent", calls: 1 });
    outside.dynamodb.beforeNextUpdate = () => {
      const item = outside.dynamodb.items.get(KEY);
      outside.dynamodb.items.set(KEY, { ...item, minute_used: { N: "100" } });
    };

    const verdict = await takeBudget(isolate, { lane: "urgent", calls: 1 });

    expect(verdict).toMatchObject({ kind: "denied", window: "minute" });
  });

  it("does not believe an item that DynamoDB should have deleted", async () => {
    await takeBudget(isolate, { lane: "urgent", calls: 100 });
    await learnQuota(isolate, "api-usage=5/5000");
    const item = outside.dynamodb.items.get(KEY);
    outside.dynamodb.items.set(KEY, { ...item, expires_at: { N: String(START / 1000) } });

    const verdict = await takeBudget(newIsolate(), { lane: "bulk", calls: 1 });

    expect(verdict).toEqual({ kind: "granted" });
    expect(stored("minute_used")).toBe(1);
    expect(stored("quota_max")).toBeNaN();
  });

  it("lets calls pass uncounted while DynamoDB is down, and does not ask it each time", async () => {
    outside.dynamodb.refusal = "InternalServerError";

    expect(await takeBudget(isolate, { lane: "bulk", calls: 1 })).toEqual({ kind: "unknown" });
    const { calls } = outside.dynamodb;
    expect(await takeBudget(isolate, { lane: "bulk", calls: 1 })).toEqual({ kind: "unknown" });
    await learnQuota(isolate, "api-usage=5/5000");
    expect(outside.dynamodb.calls).toBe(calls);

    outside.dynamodb.refusal = undefined;
    const later = { lane: "bulk", calls: 1, nowMs: START + 10_000 } as const;
    expect(await takeBudget(isolate, later)).toEqual({ kind: "granted" });
  });

  it("survives DynamoDB going down between two takes", async () => {
    await takeBudget(isolate, { lane: "bulk", calls: 1 });
    outside.dynamodb.refusal = "ProvisionedThroughputExceededException";

    expect(await takeBudget(isolate, { lane: "bulk", calls: 1 })).toEqual({ kind: "unknown" });
    expect(await budgetUse(isolate)).toMatchObject({ ok: false });
  });

  it("that loses four times to others waits a moment: uncounted it could pass the limit", async () => {
    await takeBudget(isolate, { lane: "bulk", calls: 1 });
    const sabotage = (): void => {
      const item = outside.dynamodb.items.get(KEY);
      outside.dynamodb.items.set(KEY, { ...item, minute_start: { N: String(Math.random()) } });
      queueMicrotask(() => {
        outside.dynamodb.beforeNextUpdate = sabotage;
      });
    };
    outside.dynamodb.beforeNextUpdate = sabotage;

    expect(await takeBudget(isolate, { lane: "bulk", calls: 1 })).toEqual({
      kind: "denied",
      untilMs: START + 1_000,
      window: "minute",
    });
  });

  it("names the variables it cannot work with", async () => {
    const take = takeBudget(newIsolate({ API_CALLS_PER_HOUR: "9" }), { lane: "bulk", calls: 1 });

    await expect(take).rejects.toThrow("Missing or malformed variables: API_CALLS_PER_HOUR");
  });

  it("is kept at the endpoint the variables name", async () => {
    const elsewhere = newIsolate({ AWS_DYNAMODB_ENDPOINT: "http://dynamodb.elsewhere.test/" });

    await takeBudget(elsewhere, { lane: "bulk", calls: 1 });

    const [request] = vi.mocked(globalThis.fetch).mock.calls[0] ?? [];
    expect(request).toMatchObject({ url: "http://dynamodb.elsewhere.test/" });
  });
});

describe("the org's report", () => {
  it("of a smaller quota takes the place of the day's limit, and our calls count on from it", async () => {
    await takeBudget(isolate, { lane: "standard", calls: 1 });

    await learnQuota(isolate, "api-usage=4490/5000; api-bursts=1/750");
    await takeBudget(isolate, { lane: "standard", calls: 9 });

    expect(await takeBudget(isolate, { lane: "standard", calls: 2 })).toMatchObject({
      kind: "denied",
      window: "day",
    });
    expect(await takeBudget(isolate, { lane: "urgent", calls: 2 })).toEqual({ kind: "granted" });
    expect(await budgetUse(isolate)).toEqual({
      ok: true,
      value: [
        { window: "minute", used: 12, limit: 100 },
        { window: "hour", used: 12, limit: 20_000 },
        { window: "day", used: 4501, limit: 5000 },
      ],
    });
  });

  it("is written at most every ten seconds unless the use has jumped", async () => {
    await takeBudget(isolate, { lane: "standard", calls: 1 });
    await learnQuota(isolate, "api-usage=100/5000");
    outside.dynamodb.calls = 0;

    await learnQuota(isolate, "api-usage=101/5000");
    expect(outside.dynamodb.calls).toBe(0);
    vi.setSystemTime(START + 1);
    await learnQuota(isolate, "api-usage=200/5000");
    expect(stored("quota_used")).toBe(200);
    vi.setSystemTime(START + 10_001);
    await learnQuota(isolate, "api-usage=201/5000");
    expect(stored("quota_used")).toBe(201);
    await learnQuota(isolate, null);
    expect(outside.dynamodb.calls).toBe(2);
  });

  it("does not overwrite a newer one, nor make an item", async () => {
    await learnQuota(isolate, "api-usage=1/5000");
    expect(outside.dynamodb.items.size).toBe(0);

    await takeBudget(isolate, { lane: "standard", calls: 1 });
    await learnQuota(newIsolate(), "api-usage=7/5000");
    await learnQuota(newIsolate(), "api-usage=6/5000");
    expect(stored("quota_used")).toBe(7);
  });

  it("that DynamoDB refuses is only logged", async () => {
    await takeBudget(isolate, { lane: "standard", calls: 1 });
    outside.dynamodb.refusal = "InternalServerError";

    await expect(learnQuota(isolate, "api-usage=1/5000")).resolves.toBeUndefined();
  });
});
