import * as z from "zod/mini";

import { admittedEvent, type AdmittedEvent } from "../event.ts";

/** A message of the queue: the event itself, or, when that is too large, the place it can be read from. */
export const queueMessage = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("event"), shard: z.string(), event: admittedEvent }),
  z.object({ kind: z.literal("pointer"), shard: z.string(), id: z.string() }),
]);

export type QueueMessage = z.infer<typeof queueMessage>;

/**
 * A queue takes 128 kB a message, about 100 bytes of its own included, and 256 kB a batch.
 * https://developers.cloudflare.com/queues/platform/limits/
 */
const MAX_MESSAGE_BYTES = 120_000;
const MAX_BATCH_BYTES = 240_000;
const MAX_BATCH_MESSAGES = 100;

const encoder = new TextEncoder();

interface Sized {
  readonly message: QueueMessage;
  readonly bytes: number;
}

function messageFor(event: AdmittedEvent, shard: string): Sized {
  const message: QueueMessage = { kind: "event", shard, event };
  const bytes = encoder.encode(JSON.stringify(message)).byteLength;
  if (bytes <= MAX_MESSAGE_BYTES) return { message, bytes };
  return { message: { kind: "pointer", shard, id: event.id }, bytes: 1_000 };
}

/** Messages for the events, in their order, cut into batches the queue accepts. */
export function queueBatches(events: readonly AdmittedEvent[], shard: string): QueueMessage[][] {
  const batches: QueueMessage[][] = [];
  let current: QueueMessage[] = [];
  let currentBytes = 0;
  for (const event of events) {
    const { message, bytes } = messageFor(event, shard);
    if (current.length === MAX_BATCH_MESSAGES || currentBytes + bytes > MAX_BATCH_BYTES) {
      batches.push(current);
      current = [];
      currentBytes = 0;
    }
    current.push(message);
    currentBytes += bytes;
  }
  if (current.length > 0) batches.push(current);
  return batches;
}

export function eventIdOf(message: QueueMessage): string {
  return message.kind === "event" ? message.event.id : message.id;
}
