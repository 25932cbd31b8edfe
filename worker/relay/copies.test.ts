import { env } from "cloudflare:workers";
import { beforeAll, expect, it } from "vitest";

import type { QueueMessage } from "../admit/queue-message.ts";
import { shardNameOf } from "../shard-name.ts";
import { anEvent } from "../testing/admitted-event.ts";
import { replaceOutsideWorld, type OutsideWorld } from "../testing/outside-world.ts";
import { consume } from "../testing/simulated-relay.ts";
import { storedEvent } from "../testing/stored-events.ts";

/** A queue delivers at least once. https://developers.cloudflare.com/queues/reference/delivery-guarantees/ */

let outside: OutsideWorld;

beforeAll(() => {
  outside = replaceOutsideWorld();
});

/** The shards, whose first report is held back for the work. */
function reportingAfter(work: () => Promise<void>): Env {
  let isHeld = true;
  const getByName = (name: string): object => {
    const shard = env.ADMISSION.getByName(name);
    return {
      claim: async (...claim: Parameters<typeof shard.claim>) => shard.claim(...claim),
      report: async (...report: Parameters<typeof shard.report>): Promise<void> => {
        if (isHeld) {
          isHeld = false;
          await work();
        }
        await shard.report(...report);
      },
    };
  };
  return { ...env, ADMISSION: { getByName } as unknown as Env["ADMISSION"] };
}

it("publishes an event once whose message is in two batches at a time", async () => {
  const shard = shardNameOf("evt_0", 4);
  const event = anEvent("evt_0");
  await env.ADMISSION.getByName(shard).admit([event]);
  const copy: QueueMessage = { kind: "events", shard, events: [event] };

  await consume(
    "standard",
    [copy],
    reportingAfter(async () => consume("standard", [copy], env)),
  );

  expect(outside.salesforce.publishedIds()).toEqual(["evt_0"]);
  expect(await storedEvent("evt_0")).toMatchObject({ state: "published" });
});
