import type { AdmittedEvent } from "../event.ts";
import { eventIdOf, queueMessage } from "../admit/queue-message.ts";
import { log } from "../log.ts";

const SHARD_DOWN_SECONDS = 5;

/** The copies of one event in a batch: all of them share its fate. */
export interface Delivery {
  readonly id: string;
  readonly shard: string;
  /** Null when the message was only a pointer. */
  readonly event: AdmittedEvent | null;
  readonly copies: Message[];
}

export function deliveriesIn(batch: MessageBatch): Delivery[] {
  const deliveries = new Map<string, Delivery>();
  for (const message of batch.messages) {
    const parsed = queueMessage.safeParse(message.body);
    if (!parsed.success) {
      // Written by another version of the Worker. Its row still stands in the ledger and is sent again in today's form.
      log("relay.message_unreadable", { messageId: message.id });
      message.ack();
      continue;
    }
    const body = parsed.data;
    const id = eventIdOf(body);
    const known = deliveries.get(id);
    if (known !== undefined) known.copies.push(message);
    else {
      const event = body.kind === "event" ? body.event : null;
      deliveries.set(id, { id, shard: body.shard, event, copies: [message] });
    }
  }
  return [...deliveries.values()];
}

export function acknowledge(delivery: Delivery): void {
  for (const message of delivery.copies) message.ack();
}

export function comeBack(delivery: Delivery): void {
  comeBackLater(delivery.copies);
}

/** For a message that is acknowledged already this changes nothing: its first answer counts. */
export function comeBackLater(messages: readonly Message[]): void {
  for (const message of messages) message.retry({ delaySeconds: SHARD_DOWN_SECONDS });
}
