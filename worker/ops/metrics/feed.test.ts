import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";

import { log } from "../../log.ts";
import { emptyObjects } from "../../testing/emptied-objects.ts";
import { countLogLines, handingOverAtItsEnd, handOver } from "./feed.ts";
import { relayMetricsOf } from "./relay-metrics.ts";

countLogLines();

beforeEach(async () => {
  await handOver();
  await emptyObjects();
});

async function counted(): Promise<number> {
  const samples = await relayMetricsOf(env).read();
  return samples.reduce((sum, { value }) => sum + value, 0);
}

describe("work whose caller waits for its end", () => {
  it("has handed over what it counted when it ends, and goes on with nothing after it", async () => {
    const wait = vi.spyOn(scheduler, "wait");

    await handingOverAtItsEnd(async () => {
      log("relay.batch_failed", { messages: 1, detail: "" });
    });

    expect(await counted()).toBeGreaterThan(0);
    expect(wait).not.toHaveBeenCalled();
  });

  it("hands over what it counted before it failed", async () => {
    const failing = handingOverAtItsEnd(async () => {
      log("relay.batch_failed", { messages: 1, detail: "" });
      throw new Error("half-way");
    });

    await expect(failing).rejects.toThrow("half-way");
    expect(await counted()).toBeGreaterThan(0);
  });
});
