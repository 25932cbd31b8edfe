import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { vi } from "vitest";

import { LANES, type Lane } from "../event.ts";
import { eventIdsOf, type QueueMessage } from "../admit/queue-message.ts";
import type { AdmissionShard } from "../admit/shard.ts";
import { configurationOf } from "../configuration.ts";
import { shardNames } from "../shard-name.ts";

const PATIENCE_MS = 20_000;
const HELD_MS = 5;

/** The lanes' queues: what shards send to them is recorded and goes nowhere. */
export class RecordedQueues {
  sent: { readonly lane: Lane; readonly message: QueueMessage }[] = [];
  readonly batches: number[] = [];
  down = false;
  /** Whether a send takes until this is false again. */
  isHeld = false;

  messages(): QueueMessage[] {
    return this.sent.map(({ message }) => message);
  }

  ids(): string[] {
    return this.messages().flatMap(eventIdsOf);
  }

  /** Waits until that many events have been sent in all. */
  async have(count: number): Promise<void> {
    await vi.waitFor(
      () => {
        const sent = this.ids().length;
        if (sent < count) throw new Error(`${sent} of ${count} were sent`);
      },
      // How long a busy machine takes is no test's subject.
      { timeout: PATIENCE_MS },
    );
  }

  /** Takes the oldest messages off one queue. */
  take(lane: Lane, atMost: number): QueueMessage[] {
    const taken = this.sent.filter((each) => each.lane === lane).slice(0, atMost);
    this.sent = this.sent.filter((each) => !taken.includes(each));
    return taken.map(({ message }) => message);
  }

  /** From now on the shard, until it is evicted, sends here. */
  async standInFor(shard: DurableObjectStub<AdmissionShard>): Promise<void> {
    await runInDurableObject(shard, (instance) => {
      // `env` is protected: only a test may stand in for the platform's queues.
      const inside = instance as unknown as { env: Env };
      const [urgent, standard, bulk] = LANES.map((lane) => this.#queue(lane));
      inside.env = Object.assign(
        { ...inside.env },
        {
          URGENT_EVENTS: urgent,
          STANDARD_EVENTS: standard,
          BULK_EVENTS: bulk,
        },
      );
    });
  }

  /** So for every shard: what is delivered in one test file is not relayed in the next. */
  async standInForAll(): Promise<void> {
    for (const name of shardNames(configurationOf(env).shards))
      await this.standInFor(env.ADMISSION.getByName(name));
  }

  #queue(lane: Lane): Pick<Queue<QueueMessage>, "sendBatch"> {
    return {
      sendBatch: async (messages) => {
        while (this.isHeld) await scheduler.wait(HELD_MS);
        if (this.down) throw new Error("the queue is down");
        const bodies = [...messages].map(({ body }) => body);
        this.batches.push(bodies.length);
        this.sent.push(...bodies.map((message) => ({ lane, message })));
        return { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } };
      },
    };
  }
}
