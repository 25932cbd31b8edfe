import { env } from "cloudflare:workers";
import { runInDurableObject } from "cloudflare:test";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { DurableAlarm, ringsBy } from "./durable-alarm.ts";

const NOW = 1_795_000_000_000;

describe("an alarm", () => {
  it("makes another needless when it rings by then", () => {
    expect(ringsBy(null, NOW + 1_000, NOW)).toBe(false);
    expect(ringsBy(NOW + 1_000, NOW + 1_000, NOW)).toBe(true);
    expect(ringsBy(NOW + 1_001, NOW + 1_000, NOW)).toBe(false);
  });

  it("that should have rung a moment ago is still about to; one of a minute ago is lost", () => {
    expect(ringsBy(NOW - 59_999, NOW, NOW)).toBe(true);
    expect(ringsBy(NOW - 60_000, NOW, NOW)).toBe(false);
  });

  it("is always set for a moment to come, and never later than it is due unless that is over", async () => {
    await runInDurableObject(
      env.BULK_COLLECTOR.getByName("alarms"),
      async (_object, { storage }) => {
        await fc.assert(
          fc.asyncProperty(
            fc.array(fc.integer({ min: -200_000, max: 200_000 }), { minLength: 1, maxLength: 6 }),
            async (offsets) => {
              await storage.deleteAlarm();
              const alarm = new DurableAlarm(storage);
              const nowMs = Date.now();
              for (const offset of offsets) alarm.armBy(nowMs + offset);

              const set = await storage.getAlarm();
              expect(set).not.toBeNull();
              expect(set ?? 0).toBeGreaterThan(nowMs);
              expect(set ?? 0).toBeLessThanOrEqual(
                Math.max(nowMs + Math.min(...offsets), Date.now() + 1_000),
              );
            },
          ),
          { numRuns: 50 },
        );
        await storage.deleteAlarm();
      },
    );
  });

  it("that stands in the past since long is set anew by whoever reads it", async () => {
    await runInDurableObject(env.BULK_COLLECTOR.getByName("lost"), async () => {
      let alarmMs: number | null = Date.now() - 61_000;
      const storage = {
        getAlarm: async () => alarmMs,
        setAlarm: async (ms: number) => {
          alarmMs = ms;
        },
      };
      // The two calls are all an alarm needs of a storage.
      const alarm = new DurableAlarm(storage as unknown as DurableObjectStorage);
      await alarm.read();
      const nowMs = Date.now();
      alarm.armBy(nowMs - 30_000);

      expect(alarmMs).toBeGreaterThan(nowMs);
    });
  });
});
