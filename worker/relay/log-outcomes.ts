import type { AdmittedEvent, Lane } from "../event.ts";
import type { Outcome } from "../admit/outcome.ts";
import { log } from "../log.ts";

/** One line a batch, and one an event: all of an event's lines carry the correlation id its webhook got. */
export function logOutcomes(
  lane: Lane,
  events: readonly AdmittedEvent[],
  outcomes: readonly Outcome[],
  milliseconds: number,
): void {
  const published = outcomes.filter(({ kind }) => kind === "published").length;
  log("relay.batch", { lane, events: outcomes.length, published, milliseconds });
  const eventOf = new Map(events.map((event) => [event.id, event]));
  for (const outcome of outcomes) {
    const event = eventOf.get(outcome.id);
    const facts = {
      correlationId: event?.correlationId,
      eventId: outcome.id,
      type: event?.type,
      lane,
    };
    if (outcome.kind === "published") {
      const latencyMs =
        event === undefined ? undefined : Math.max(0, Date.now() - event.receivedAt);
      log("relay.published", { ...facts, latencyMs });
    } else {
      const { code, message } = outcome.failure;
      log(`relay.${outcome.kind}`, { ...facts, code, detail: message });
    }
  }
}
