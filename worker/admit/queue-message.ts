import * as z from "zod/mini";

import { admittedEvent, type AdmittedEvent } from "../event.ts";

/** A message of the queue: events of one shard, or, when one is too large for a message, the place it can be read from. */
export const queueMessage = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("events"), shard: z.string(), events: z.array(admittedEvent) }),
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
/** As many as one API call carries: a message that comes back brings no more with it. */
const MAX_MESSAGE_EVENTS = 200;
const POINTER_BYTES = 1_000;

const encoder = new TextEncoder();

interface Sized<T> {
  readonly item: T;
  readonly bytes: number;
}

/** Messages for the events, in their order, cut into batches the queue accepts. */
export function queueBatches(events: readonly AdmittedEvent[], shard: string): QueueMessage[][] {
  const sized = events.map((event): Sized<AdmittedEvent> => ({
    item: event,
    bytes: encoder.encode(JSON.stringify(event)).byteLength + 1,
  }));
  const overheadBytes = encoder.encode(
    `{"kind":"events","shard":"${shard}","events":[]}`,
  ).byteLength;
  const groups = cut(sized, MAX_MESSAGE_EVENTS, MAX_MESSAGE_BYTES - overheadBytes);
  const messages = groups.map((group): Sized<QueueMessage> => {
    const bytes = group.reduce((sum, each) => sum + each.bytes, overheadBytes);
    const [first] = group;
    if (first !== undefined && bytes > MAX_MESSAGE_BYTES) {
      return { item: { kind: "pointer", shard, id: first.item.id }, bytes: POINTER_BYTES };
    }
    return { item: { kind: "events", shard, events: group.map(({ item }) => item) }, bytes };
  });
  return cut(messages, MAX_BATCH_MESSAGES, MAX_BATCH_BYTES).map((batch) =>
    batch.map(({ item }) => item),
  );
}

/** Groups in the given order that keep to both limits; what is over the size limit by itself is a group of its own. */
function cut<T>(items: readonly Sized<T>[], mostItems: number, mostBytes: number): Sized<T>[][] {
  const groups: Sized<T>[][] = [];
  let current: Sized<T>[] = [];
  let currentBytes = 0;
  for (const item of items) {
    const isFull = current.length === mostItems || currentBytes + item.bytes > mostBytes;
    if (isFull && current.length > 0) {
      groups.push(current);
      current = [];
      currentBytes = 0;
    }
    current.push(item);
    currentBytes += item.bytes;
  }
  if (current.length > 0) groups.push(current);
  return groups;
}

export function eventIdsOf(message: QueueMessage): readonly string[] {
  return message.kind === "events" ? message.events.map(({ id }) => id) : [message.id];
}
