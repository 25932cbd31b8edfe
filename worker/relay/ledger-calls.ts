import type { Outcome } from "../admit/outcome.ts";
import type { Claim } from "../admit/shard.ts";
import { knownBudgetShare } from "../budget/take-budget.ts";
import { log, reasonOf } from "../log.ts";
import { tellOfWaiting } from "../salesforce/session.ts";
import type { Candidate } from "./candidate.ts";
import { acknowledge, comeBack, isRedelivered, type Delivery } from "./deliveries.ts";

export interface Claimed extends Candidate {
  readonly delivery: Delivery;
}

/** Asks each shard which of its events are still to be published; the other messages are acknowledged as repeats. */
export async function claimAll(deliveries: readonly Delivery[], env: Env): Promise<Claimed[]> {
  const perShard = await Promise.all(
    [...Map.groupBy(deliveries, ({ shard }) => shard)].map(async ([shard, group]) => {
      try {
        const claims = await env.ADMISSION.getByName(shard).claim(
          group.map((delivery) => ({
            id: delivery.id,
            wantsEvent: delivery.event === null,
            isRedelivered: isRedelivered(delivery),
          })),
        );
        return group.flatMap((delivery, index) => claimedOf(delivery, claims[index]) ?? []);
      } catch (error) {
        log("relay.shard_unavailable", { shard, detail: reasonOf(error) });
        group.forEach(comeBack);
        return [];
      }
    }),
  );
  return perShard.flat();
}

function claimedOf(delivery: Delivery, claim: Claim | undefined): Claimed | undefined {
  if (claim?.kind === "settled") {
    acknowledge(delivery);
    return undefined;
  }
  const isOpen = claim?.kind === "open";
  const event = delivery.event ?? (isOpen ? claim.event : null);
  // A full message whose row is gone is published all the same: a repeat does no harm, a loss would.
  if (event !== null) return { delivery, event, suspectMs: isOpen ? claim.suspectMs : null };
  log("relay.event_gone", { eventId: delivery.id, shard: delivery.shard });
  acknowledge(delivery);
  return undefined;
}

/** Tells each shard what became of its events, and how much of the call budget is used; a message is acknowledged once its shard knows. */
export async function reportAll(
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
          knownBudgetShare(env),
        );
        group.forEach(acknowledge);
      } catch (error) {
        log("relay.shard_unavailable", { shard, detail: reasonOf(error) });
        group.forEach(comeBack);
      }
    }),
  );
  await tellOfWaiting(env, outcomes);
}
