import { LANES, type Lane } from "../event.ts";
import type { Outcome } from "../admit/outcome.ts";
import { log, reasonOf } from "../log.ts";
import { acknowledge, comeBack, comeBackLater, deliveriesIn } from "./deliveries.ts";
import { claimAll, reportAll, type Claimed } from "./ledger-calls.ts";
import { logOutcomes } from "./log-outcomes.ts";
import { orgOf } from "../salesforce/org.ts";
import { publish } from "./publish.ts";

/**
 * Publishes a batch and reports what became of it: one claim and one report a shard. Retries are the ledger's, so a message is acknowledged as soon as
 * its shard knows the outcome. Nothing is thrown: a throw would bring back messages that are already acknowledged.
 */
export async function relayBatch(batch: MessageBatch, env: Env): Promise<void> {
  try {
    const claimed = await claimAll(deliveriesIn(batch), env);
    const ofLane = Map.groupBy(claimed, ({ event }) => event.lane);
    for (const lane of LANES) await relayLane(lane, ofLane.get(lane) ?? [], env);
  } catch (error) {
    const detail = reasonOf(error);
    log("relay.batch_failed", { messages: batch.messages.length, detail });
    comeBackLater(batch.messages);
  }
}

/** Gives the messages the queue gave up on back to the ledger, which sends their events again. */
export async function returnToLedger(batch: MessageBatch, env: Env): Promise<void> {
  const failure = { at: Date.now(), code: "QUEUE_GAVE_UP", message: "" };
  const deliveries = deliveriesIn(batch);
  log("relay.returned_to_ledger", { messages: batch.messages.length });
  const outcomes = deliveries.map(({ id }): Outcome => ({ id, kind: "waiting", failure }));
  await reportAll(deliveries, outcomes, env);
}

async function relayLane(lane: Lane, claimed: readonly Claimed[], env: Env): Promise<void> {
  if (claimed.length === 0) return;
  if (lane === "bulk") {
    await collect(claimed, env);
    return;
  }
  // What may break its call must not keep the others' outcomes from being reported.
  const [others, suspects] = [
    claimed.filter(({ suspectMs }) => suspectMs === null),
    claimed.filter(({ suspectMs }) => suspectMs !== null),
  ];
  for (const group of [others, suspects]) {
    if (group.length === 0) continue;
    const startedMs = Date.now();
    const outcomes = await publish(group, orgOf(env, lane));
    const events = group.map(({ event }) => event);
    logOutcomes(lane, events, outcomes, Date.now() - startedMs);
    await reportAll(
      group.map(({ delivery }) => delivery),
      outcomes,
      env,
    );
  }
}

/** The collector reports to the shards itself, once it has sent them. */
async function collect(claimed: readonly Claimed[], env: Env): Promise<void> {
  try {
    const entries = claimed.map(({ event, suspectMs, delivery }) => ({
      event,
      suspectMs,
      shard: delivery.shard,
    }));
    await env.BULK_COLLECTOR.getByName("org").add(entries);
  } catch (error) {
    log("relay.collector_unavailable", { detail: reasonOf(error) });
    for (const { delivery } of claimed) comeBack(delivery);
    return;
  }
  for (const { event, delivery } of claimed) {
    acknowledge(delivery);
    const { correlationId, id: eventId, type } = event;
    log("relay.collected", { correlationId, eventId, type, lane: "bulk" });
  }
}
