import { abortAllDurableObjects, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it, vi } from "vitest";

import worker from "../index.ts";
import { shardNameAt } from "../shard-name.ts";
import { anEvent } from "./admitted-event.ts";
import { emptyObjects } from "./emptied-objects.ts";
import { storedEvents } from "./stored-events.ts";

const shard = () => env.ADMISSION.getByName(shardNameAt(0));

it("forgets what sleeping objects have stored, too", async () => {
  await shard().admit([anEvent("evt_left")]);
  expect(await storedEvents()).toBe(1);

  await abortAllDurableObjects();
  await emptyObjects();

  expect(await storedEvents()).toBe(0);
});

it("hands nothing out that a shard without a stand-in sends", async () => {
  const queue = vi.spyOn(worker, "queue");
  await shard().admit([anEvent("evt_stray")]);
  const isSent = async (): Promise<boolean> =>
    runInDurableObject(shard(), async (instance, state) => {
      await instance.alarm();
      const sentUntilMs = state.storage.kv.get<number>("sent_until_ms") ?? 0;
      const { queuedMs } = state.storage.sql
        .exec<{ queuedMs: number }>("SELECT queued_ms AS queuedMs FROM event")
        .one();
      return sentUntilMs >= queuedMs;
    });
  await vi.waitUntil(isSent, { timeout: 20_000 });
  // A message for the real queue is handed out at once.
  await scheduler.wait(100);

  expect(queue).not.toHaveBeenCalled();
});
