import { DeadLetterQueue } from "../../scripts/dlq/queue.ts";
import { placeOf } from "../../scripts/dlq/place.ts";

/** Event id, why and since when it is there, one entry a message. */
export type DeadLetters = readonly {
  readonly id: string;
  readonly reason: string;
  /** When Salesforce refused it, Unix milliseconds. */
  readonly refusedMs: number;
}[];

/** Receives what the running stack of a data folder has in its dead letter queue, and leaves it hidden. */
export async function deadLetters(dataFolder: string): Promise<DeadLetters> {
  const place = await placeOf({ kind: "local", dataFolder }, {}, dataFolder);
  const letters: DeadLetters[number][] = [];
  for await (const { letter } of new DeadLetterQueue(place).messages()) {
    letters.push({
      id: letter?.event.id ?? "unreadable",
      reason: letter?.reason.code ?? "",
      refusedMs: letter?.reason.at ?? 0,
    });
  }
  return letters;
}
