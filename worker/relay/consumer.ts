import type { AdmittedEvent } from "../admit/event.ts";
import type { Outcome } from "../admit/outcome.ts";
import { eventIdOf, queueMessage, type QueueMessage } from "../admit/queue-message.ts";
import { configurationOf } from "../configuration.ts";
import { log, reasonOf } from "../ops/log.ts";
import { salesforceSessionOf } from "../salesforce/session.ts";
import { publish } from "./publish.ts";

const SHARD_DOWN_SECONDS = 5;

/** The copies of one event in a batch: all of them share its fate. */
interface Delivery {
  readonly id: string;
  readonly shard: string;
  readonly event: AdmittedEvent | null;
  readonly copies: Message[];
}

/**
 * Publishes a batch and reports what became of it: one claim and one report a shard. Retries are the ledger's, so a message is acknowledged as soon as
 * its shard knows the outcome. Nothing is thrown: a throw would bring back messages that are already acknowledged.
 */
export async function relayBatch(batch: MessageBatch, env: Env): Promise<void> {
  const deliveries = deliveriesIn(batch);
  try {
    const { salesforce } = configurationOf(env);
    const claimed = await claimAll(deliveries, env);
    if (claimed.length === 0) return;

    const startedMs = Date.now();
    const outcomes = await publish(
      claimed.map(({ event }) => event),
      {
        apiVersion: salesforce.apiVersion,
        token: (rejected) => salesforceSessionOf(env).token(rejected),
      },
    );
    logOutcomes(claimed, outcomes, Date.now() - startedMs);
    await reportAll(deliveries, outcomes, env);
  } catch (error) {
    log("error", "relay.batch_failed", {
      messages: batch.messages.length,
      detail: reasonOf(error),
    });
    // For a message that is acknowledged already this changes nothing: its first answer counts.
    for (const message of batch.messages) message.retry({ delaySeconds: SHARD_DOWN_SECONDS });
  }
}

/** Gives the messages the queue gave up on back to the ledger, which sends their events again. */
export async function returnToLedger(batch: MessageBatch, env: Env): Promise<void> {
  const failure = { at: Date.now(), code: "QUEUE_GAVE_UP", message: "" };
  const deliveries = deliveriesIn(batch);
  log("error", "relay.returned_to_ledger", { messages: batch.messages.length });
  const outcomes = deliveries.map(({ id }): Outcome => ({ id, kind: "waiting", failure }));
  await reportAll(deliveries, outcomes, env);
}

function deliveriesIn(batch: MessageBatch): Delivery[] {
  const deliveries = new Map<string, Delivery>();
  for (const message of batch.messages) {
    const parsed = queueMessage.safeParse(message.body);
    if (!parsed.success) {
      // Written by another version of the Worker. Its row still stands in the ledger and is sent again in today's form.
      log("error", "relay.message_unreadable", { messageId: message.id });
      message.ack();
      continue;
    }
    const body: QueueMessage = parsed.data;
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

interface Claimed {
  readonly delivery: Delivery;
  readonly event: AdmittedEvent;
}

/** Asks each shard which of its events are still to be published; the other messages are acknowledged as repeats. */
async function claimAll(deliveries: readonly Delivery[], env: Env): Promise<Claimed[]> {
  const perShard = await Promise.all(
    [...Map.groupBy(deliveries, ({ shard }) => shard)].map(async ([shard, group]) => {
      try {
        const claims = await env.ADMISSION.getByName(shard).claim(
          group.map(({ id, event }) => ({ id, wantsEvent: event === null })),
        );
        return group.flatMap((delivery, index) => {
          const claim = claims[index];
          if (claim?.kind === "settled") {
            acknowledge(delivery);
            return [];
          }
          const event = delivery.event ?? (claim?.kind === "open" ? claim.event : null);
          // A full message whose row is gone is published all the same: a repeat does no harm, a loss would.
          if (event !== null) return [{ delivery, event }];
          log("error", "relay.event_gone", { eventId: delivery.id, shard });
          acknowledge(delivery);
          return [];
        });
      } catch (error) {
        log("error", "relay.shard_unavailable", { shard, detail: reasonOf(error) });
        for (const delivery of group) comeBack(delivery);
        return [];
      }
    }),
  );
  return perShard.flat();
}

async function reportAll(
  deliveries: readonly Delivery[],
  outcomes: readonly Outcome[],
  env: Env,
): Promise<void> {
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const reported = deliveries.filter(({ id }) => outcomeOf.has(id));
  await Promise.all(
    [...Map.groupBy(reported, ({ shard }) => shard)].map(async ([shard, group]) => {
      try {
        await env.ADMISSION.getByName(shard).report(
          group.flatMap(({ id }) => outcomeOf.get(id) ?? []),
        );
        for (const delivery of group) acknowledge(delivery);
      } catch (error) {
        log("error", "relay.shard_unavailable", { shard, detail: reasonOf(error) });
        for (const delivery of group) comeBack(delivery);
      }
    }),
  );
}

function acknowledge(delivery: Delivery): void {
  for (const message of delivery.copies) message.ack();
}

function comeBack(delivery: Delivery): void {
  for (const message of delivery.copies) message.retry({ delaySeconds: SHARD_DOWN_SECONDS });
}

function logOutcomes(
  claimed: readonly Claimed[],
  outcomes: readonly Outcome[],
  milliseconds: number,
): void {
  const published = outcomes.filter(({ kind }) => kind === "published").length;
  log("info", "relay.batch", { events: outcomes.length, published, milliseconds });
  const eventOf = new Map(claimed.map(({ event }) => [event.id, event]));
  for (const outcome of outcomes) {
    const facts = {
      correlationId: eventOf.get(outcome.id)?.correlationId,
      eventId: outcome.id,
      type: eventOf.get(outcome.id)?.type,
    };
    if (outcome.kind === "published") log("info", "relay.published", facts);
    else {
      const { code, message } = outcome.failure;
      log("warn", `relay.${outcome.kind}`, { ...facts, code, detail: message });
    }
  }
}
