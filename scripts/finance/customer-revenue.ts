/** What each customer's MRR was at the end of a month: what its last movement until then left. */
import type { Movement } from "./rows.ts";

export type CustomerRevenue = Pick<
  Movement,
  "Stripe_Customer__r" | "Currency__c" | "Livemode__c" | "Stripe_Account_ID__c"
> & { readonly monthly: number };

/** @param movements the oldest first */
export function customerRevenue(movements: readonly Movement[]): CustomerRevenue[] {
  const latest = new Map<string, Movement>();
  for (const movement of movements)
    latest.set(`${movement.Stripe_Customer__c ?? ""}|${movement.Currency__c}`, movement);
  return [...latest.values()]
    .filter(({ After__c }) => After__c !== 0)
    .map((movement) => ({ ...movement, monthly: movement.After__c }));
}
