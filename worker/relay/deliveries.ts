import { eventIdsOf, queueMessage, type QueueMessage } from "../admit/queue-message.ts";
import type { AdmittedEvent } from "../event.ts";
import { log } from "../log.ts";

const SHARD_DOWN_SECONDS = 5;

/** A message of the batch, and how many of its events nobody has settled yet. */
interface Carrier {
  readonly message: Message;
  unsettled: number;
}

/** One event of a batch, with every message that carries it: all of them wait for its fate. */
export interface Delivery {
  readonly id: string;
  readonly shard: string;
  /** Null when the message was only a pointer. */
  readonly event: AdmittedEvent | null;
  readonly carriers: Carrier[];
}

export function deliveriesIn(batch: MessageBatch): Delivery[] {
  const deliveries = new Map<string, Delivery>();
  for (const message of batch.messages) {
    const parsed = queueMessage.safeParse(message.body);
    if (!parsed.success) {
      // Written by another version of the Worker. Its rows still stand in the ledger and are sent again in today's form.
      log("relay.message_unreadable", { messageId: message.id });
      message.ack();
      continue;
    }
    const body = parsed.data;
    const carrier: Carrier = { message, unsettled: eventIdsOf(body).length };
    for (const { id, event } of eventsIn(body)) {
      const known = deliveries.get(id);
      if (known !== undefined) known.carriers.push(carrier);
      else deliveries.set(id, { id, shard: body.shard, event, carriers: [carrier] });
    }
  }
  return [...deliveries.values()];
}

function eventsIn(body: QueueMessage): readonly Pick<Delivery, "id" | "event">[] {
  switch (body.kind) {
    case "events":
      return body.events.map((event) => ({ id: event.id, event }));
    case "pointer":
      return [{ id: body.id, event: null }];
  }
}

/** Whether the queue hands one of its messages out once more: who had that before has given it up. */
export function isRedelivered({ carriers }: Delivery): boolean {
  return carriers.some(({ message }) => message.attempts > 1);
}

/** A message is acknowledged with the last of its events. */
export function acknowledge(delivery: Delivery): void {
  for (const carrier of delivery.carriers) {
    carrier.unsettled -= 1;
    if (carrier.unsettled === 0) carrier.message.ack();
  }
}

/** Its messages come back; what else they carry is settled by then, and dropped. */
export function comeBack(delivery: Delivery): void {
  comeBackLater(delivery.carriers.map(({ message }) => message));
}

/** For a message that is acknowledged already this changes nothing: its first answer counts. */
export function comeBackLater(messages: readonly Message[]): void {
  for (const message of messages) message.retry({ delaySeconds: SHARD_DOWN_SECONDS });
}
