/** Whether all that happened in Stripe has had its effect in Salesforce. */
import { z } from "zod";
import { placeOf } from "../../../local/stripe/accounts/chosen-account.ts";
import type { StackAccount } from "../../../local/stack/settings.ts";
import { underWay } from "../../chaos/ledger-gauges.ts";
import type { RunningStack } from "../running-stack.ts";

const deliveries = z.object({
  counts: z.object({ pending: z.number(), sending: z.number() }),
});

/**
 * Asked in the order in which an event goes: Stripe has delivered all it has to tell, the relay's ledger has an outcome for each of them, and
 * Salesforce has decided about every one it took. So none can slip past the questions.
 * @param further the accounts beside the stack's own
 */
export async function allHasArrived(
  { stack, connection }: RunningStack,
  further: readonly StackAccount[] = [],
): Promise<boolean> {
  const { urls } = stack.state;
  for (const place of ["", ...further.map(({ id, mode }) => placeOf(id, mode))]) {
    const answer = await fetch(`${urls.stripe}${place}/_local/deliveries`);
    const { pending, sending } = deliveries.parse(await answer.json()).counts;
    if (pending + sending > 0) return false;
  }
  const left = await underWay(urls.worker, stack.credentials.redriveToken);
  if (left === null || left.open + left.collected > 0) return false;
  const waiting = await connection.query(
    "SELECT COUNT() FROM Stripe_Webhook_Event__c WHERE Status__c = 'Waiting'",
  );
  return waiting.totalSize === 0;
}
