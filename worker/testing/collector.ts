import { SOONEST_MS } from "../durable-alarm.ts";
import { env } from "cloudflare:workers";
import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { vi } from "vitest";

import type { AdmittedEvent } from "../event.ts";
import type { Outcome } from "../admit/outcome.ts";
import { bulkCollectorOf } from "../bulk/collector.ts";
import { salesforceSessionOf } from "../salesforce/session.ts";
import { anEvent } from "./admitted-event.ts";
import { emptyObjects } from "./emptied-objects.ts";
import { replaceOutsideWorld, type OutsideWorld } from "./outside-world.ts";

export const START = Date.UTC(2036, 0, 1);
export const FLUSH_MS = 60_000;
export const SHARD = "admission-0";

/** What stands around the collector in a test. */
export interface Surroundings {
  readonly outside: OutsideWorld;
  readonly reported: Outcome[];
  shardsDown: boolean;
}

let around: Surroundings;

/** A fresh collector; its clock is years ahead of the runtime's, so that alarms ring only when a test says so. */
export async function startCollector(): Promise<Surroundings> {
  vi.useFakeTimers({ now: START, toFake: ["Date"] });
  around = { outside: replaceOutsideWorld(), reported: [], shardsDown: false };
  await recordReports({ BULK_FLUSH_ROWS: "4000" });
  return around;
}

export async function stopCollector(): Promise<void> {
  vi.restoreAllMocks();
  vi.useRealTimers();
  await emptyObjects();
}

/** Until it is evicted, the collector reports here. */
export async function recordReports(variables: Partial<Env> = {}): Promise<void> {
  await runInDurableObject(bulkCollectorOf(env), (instance) => {
    const report = async (outcomes: readonly Outcome[]): Promise<void> => {
      if (around.shardsDown) throw new Error("the shard is down");
      around.reported.push(...outcomes);
    };
    // `env` is protected: only a test may stand in for the shards.
    const inside = instance as unknown as { env: Env };
    inside.env = Object.assign(
      { ...inside.env, ...variables },
      { ADMISSION: { getByName: () => ({ report }) } },
    );
  });
}

export function customers(count: number, from = 0): AdmittedEvent[] {
  return Array.from({ length: count }, (_, index) => customer(from + index));
}

export function customer(number: number, replaced: Partial<AdmittedEvent> = {}): AdmittedEvent {
  return anEvent(`evt_${String(number).padStart(5, "0")}`, {
    type: "customer.updated",
    objectId: `cus_${number}`,
    lane: "bulk",
    payload: JSON.stringify({ object: { name: `Ada, "${number}"\u2028` } }),
    ...replaced,
  });
}

export async function add(events: readonly AdmittedEvent[]): Promise<void> {
  await bulkCollectorOf(env).add(events.map((event) => ({ event, shard: SHARD })));
}

/** Lets the alarm ring, as often as it is set again for a time that has come. */
export async function ring(): Promise<void> {
  for (let rings = 0; rings < 100; rings += 1) {
    const dueMs = await alarm();
    // The clock stands still here, and an alarm is never set for now.
    if (dueMs === null || dueMs > Date.now() + SOONEST_MS) return;
    await runDurableObjectAlarm(bulkCollectorOf(env));
  }
  throw new Error("The alarm never stops.");
}

export async function alarm(): Promise<number | null> {
  return runInDurableObject(bulkCollectorOf(env), (_, state) => state.storage.getAlarm());
}

export async function passTime(ms: number): Promise<void> {
  vi.setSystemTime(Date.now() + ms);
  // The breaker's alarm lets the bulk lane in again.
  await runDurableObjectAlarm(salesforceSessionOf(env));
  await ring();
}

export async function flushed(): Promise<void> {
  await passTime(FLUSH_MS);
}

export function kinds(): Record<string, number> {
  return Object.fromEntries(
    [...Map.groupBy(around.reported, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]),
  );
}
