/** What is reported of payouts: lines of the bank statement, and what they are made of. */
import { money, type KeptRows } from "./kept-rows.ts";

type Part = readonly [category: string, amount: string, fee: string];

/** One made of charges, a refund and a dispute, one of a charge in euros, and one by hand, of which nobody knows what it is made of. */
export function payouts(rows: KeptRows): void {
  payout(rows, "USD", "po_usd", "75.05", [
    ["charge", "100", "3.2"],
    ["charge", "50", "1.75"],
    ["refund", "-5", "0"],
    ["dispute", "-50", "15"],
  ]);
  payout(rows, "EUR", "po_eur", "28.88", [["charge", "30", "1.12"]]);
  payout(rows, "USD", "po_hand", "10", []);
}

function payout(
  rows: KeptRows,
  currency: string,
  id: string,
  amount: string,
  parts: readonly Part[],
): void {
  const kept = rows.keep("Stripe_Payout__c", {
    Stripe_Payout_ID__c: id,
    Currency__c: currency,
    Amount__c: money(amount),
    Status__c: "paid",
    Is_Automatic__c: parts.length > 0,
  });
  for (const [category, gross, fee] of parts)
    rows.keep("Stripe_Balance_Transaction__c", {
      Stripe_Balance_Transaction_ID__c: `txn_${rows.count}`,
      Stripe_Payout__c: kept,
      Type__c: category === "dispute" ? "adjustment" : category,
      Reporting_Category__c: category,
      Currency__c: currency,
      Amount__c: money(gross),
      Fee__c: money(fee),
      Net__c: money(gross).minus(money(fee)),
      Stripe_Created_At__c: rows.at(-4),
    });
}
