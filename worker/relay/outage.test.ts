import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";

import type { Lane } from "../event.ts";
import { takeBudget } from "../budget/take-budget.ts";
import { salesforceSessionOf } from "../salesforce/session.ts";
import { anEvent } from "../testing/admitted-event.ts";
import { replaceOutsideWorld, type OutsideWorld } from "../testing/outside-world.ts";
import { SimulatedRelay } from "../testing/simulated-relay.ts";

const MINUTE = 60_000;

let outside: OutsideWorld;
let tests = 0;

beforeAll(() => {
  outside = replaceOutsideWorld();
});

beforeEach(() => {
  tests += 1;
  outside.salesforce.published.length = 0;
  outside.salesforce.collectionCalls = 0;
  outside.salesforce.down = false;
  outside.dynamodb.items.clear();
});

afterEach(() => {
  vi.useRealTimers();
});

/** @returns the ids of the events */
async function admitMany(relay: SimulatedRelay, lane: Lane, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = `evt_${tests}_${lane}_${crypto.randomUUID()}`;
    await relay.admit(anEvent(id, { lane, receivedAt: Date.now() }));
    ids.push(id);
  }
  return ids;
}

async function openBreaker(): Promise<void> {
  await salesforceSessionOf(env).settle({ kind: "limit_exceeded" });
}

function publishedLanes(): unknown[] {
  return outside.salesforce.published.map((event) => event["Lane__c"]);
}

function urgentThenStandard(urgent: number, standard: number): string[] {
  return [...Array<string>(urgent).fill("urgent"), ...Array<string>(standard).fill("standard")];
}

describe("an outage of the org of 70 minutes", () => {
  it("kills no event and costs none a retry; when it ends, urgent events go first", async () => {
    const relay = new SimulatedRelay();
    await relay.start();
    outside.salesforce.down = true;
    const admitted: string[] = [];
    for (let minute = 0; minute < 70; minute += 5) {
      admitted.push(...(await admitMany(relay, "standard", 3)));
      admitted.push(...(await admitMany(relay, "urgent", 1)));
      await relay.advance(5 * MINUTE);
    }

    expect(publishedLanes()).toEqual([]);
    expect(outside.aws.deadLetters).toEqual([]);
    expect(new Set(await relay.column("attempts"))).toEqual(new Set([0]));
    expect(outside.salesforce.collectionCalls, "one probe a minute").toBeLessThan(90);

    outside.salesforce.down = false;
    await relay.advance(3 * MINUTE);

    expect(outside.salesforce.publishedIds().toSorted(), "each once, and nothing else").toEqual(
      admitted.toSorted(),
    );
    expect(publishedLanes()).toEqual(urgentThenStandard(14, 42));
    expect(new Set(await relay.column("state"))).toEqual(new Set(["published"]));
    expect(await relay.mayCall("bulk")).toBe(true);
  }, 180_000);
});

describe("a breaker that closes while the relay reports that events wait", () => {
  it("calls them back all the same", async () => {
    const closeFirst = vi.fn(async () => {
      outside.salesforce.down = false;
      await salesforceSessionOf(env).settle({ kind: "succeeded" });
      // Until it has nothing to look after any more.
      while (await runDurableObjectAlarm(salesforceSessionOf(env)));
    });
    // One report is held back until nobody is called back any more.
    const admission = {
      getByName: (name: string) => {
        const shard = env.ADMISSION.getByName(name);
        return {
          claim: async (...claim: Parameters<typeof shard.claim>) => shard.claim(...claim),
          report: async (...report: Parameters<typeof shard.report>): Promise<void> => {
            const isHeld = report[0].some(({ kind }) => kind === "waiting");
            if (isHeld && closeFirst.mock.calls.length === 0) await closeFirst();
            await shard.report(...report);
          },
        };
      },
    };
    const relay = new SimulatedRelay({ ADMISSION: admission as unknown as Env["ADMISSION"] });
    await relay.start();
    await openBreaker();
    await admitMany(relay, "urgent", 3);

    await relay.advance(5_000);

    expect(closeFirst).toHaveBeenCalledOnce();
    expect(publishedLanes()).toEqual(["urgent", "urgent", "urgent"]);
  }, 60_000);
});

describe("an API budget that is used up", () => {
  it("costs no retry; when the window frees, urgent events go at once and before any other", async () => {
    const limits = { ...env, API_CALLS_PER_MINUTE: "10" };
    const relay = new SimulatedRelay(limits);
    await relay.start();
    await relay.advance(MINUTE);
    expect(await takeBudget(limits, { lane: "urgent", calls: 10 })).toEqual({ kind: "granted" });
    const exhaustedMs = Date.now();
    await admitMany(relay, "standard", 120);
    await admitMany(relay, "urgent", 30);

    await relay.advance(5_000);
    expect(publishedLanes()).toEqual([]);
    expect(await relay.mayCall("bulk")).toBe(false);

    while (publishedLanes().length === 0) await relay.advance(1_000);
    expect(publishedLanes()).toEqual(Array(30).fill("urgent"));
    expect(Date.now() - exhaustedMs).toBeLessThan(2 * MINUTE);
    expect(await relay.mayCall("bulk"), "standard events are still waiting").toBe(false);

    await relay.advance(10 * MINUTE);
    expect(publishedLanes()).toEqual(urgentThenStandard(30, 120));
    expect(new Set(await relay.column("attempts"))).toEqual(new Set([0]));
    expect(await relay.mayCall("bulk")).toBe(true);
  }, 180_000);
});
