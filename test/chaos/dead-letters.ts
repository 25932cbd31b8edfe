import { DeadLetterQueue } from "../../scripts/dlq/queue.ts";
import { placeOf } from "../../scripts/dlq/place.ts";

/** Event id and why it is there, one entry a message. */
export type DeadLetters = readonly { readonly id: string; readonly reason: string }[];

/** Receives what the running stack of a data folder has in its dead letter queue, and leaves it hidden. */
export async function deadLetters(dataFolder: string): Promise<DeadLetters> {
  const place = await placeOf({ kind: "local", dataFolder }, {}, dataFolder);
  const letters: { id: string; reason: string }[] = [];
  for await (const { letter } of new DeadLetterQueue(place).messages()) {
    letters.push({ id: letter?.event.id ?? "unreadable", reason: letter?.reason.code ?? "" });
  }
  return letters;
}
