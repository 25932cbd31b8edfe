/** Years of paid invoices, written straight into an org by its own saves, with the balances they add up to. */
import { insert } from "../../load/org-scale/save-rows.ts";
import type { ScaledOrg } from "../../load/org-scale/scaled-org.ts";

export interface YearsBehind {
  readonly customers: number;
  /** Of each customer but the first. */
  readonly invoices: number;
  readonly invoicesOfFirst: number;
}

const YEAR_MS = 365 * 86_400_000;
/** As many are made at once as memory should hold. */
const A_PART = 20_000;

/** Of one dollar each. */
export function invoicesOf({ invoices, invoicesOfFirst }: YearsBehind, customer: number): number {
  return customer === 0 ? invoicesOfFirst : invoices;
}

export function liveYears(scaled: ScaledOrg, years: YearsBehind): void {
  const numbers = Array.from({ length: years.customers }, (_, number) => number);
  const ids = insert(
    scaled,
    "Stripe_Customer__c",
    numbers.map((number) => ({
      Stripe_Customer_ID__c: `cus_${number}`,
      Totals_Currency__c: "USD",
      Currencies__c: 1,
      Total_Revenue__c: invoicesOf(years, number),
      Total_Collected__c: 0,
      MRR__c: 0,
    })),
  );
  insert(
    scaled,
    "Stripe_Balance__c",
    numbers.map((number) => ({
      Balance_Key__c: `${ids[number] ?? ""}|USD`,
      Stripe_Customer__c: ids[number] ?? "",
      Currency__c: "USD",
      Billed__c: invoicesOf(years, number),
    })),
  );
  const at = scaled.time.now - YEAR_MS;
  let part: { customer: number; place: number }[] = [];
  const save = (): void => {
    insert(
      scaled,
      "Stripe_Invoice__c",
      part.map(({ customer, place }) => ({
        Stripe_Invoice_ID__c: `in_old_${customer}_${place}`,
        Stripe_Customer__c: ids[customer] ?? "",
        Status__c: "paid",
        Currency__c: "USD",
        Total__c: 1,
        Amount_Paid__c: 1,
        Stripe_Created_At__c: at,
        Finalized_At__c: at,
        Paid_At__c: at,
        Last_Event_At__c: at,
        Last_Event_Id__c: `evt_old_${customer}_${place}`,
      })),
    );
    part = [];
  };
  for (const customer of numbers)
    for (let place = 0; place < invoicesOf(years, customer); place += 1) {
      part.push({ customer, place });
      if (part.length === A_PART) save();
    }
  save();
}
