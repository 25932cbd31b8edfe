/** What a customer was billed and has paid, added up from Stripe's objects. */
import type { Life } from "../life.ts";
import { refundedOf } from "./payments.ts";
import { monthlyRevenue } from "./recurring.ts";
import { nothing, type StoredObject } from "./stored-object.ts";
import { money, rounded, sumOf } from "./values.ts";

const BILLED = ["open", "paid", "uncollectible"];

export interface Totals {
  readonly billed: number;
  readonly tax: number;
  readonly credited: number;
  readonly outside: number;
  readonly outstanding: number;
  readonly writtenOff: number;
  readonly paid: number;
  readonly refunded: number;
  readonly disputed: number;
}

export function totalsOf({ invoices, charges, disputes, refunds }: Life): Totals {
  const billed = invoices.filter(({ status }) => BILLED.includes(status ?? ""));
  const remaining = (of: string): number =>
    sumOf(invoices, (each) => (each.status === of ? each.amount_remaining : 0));
  const taken = charges.filter(({ captured, status }) => captured && status === "succeeded");
  return {
    billed: money(sumOf(billed, ({ total }) => total)),
    tax: money(sumOf(billed, (each) => sumOf(each.total_taxes ?? [], ({ amount }) => amount))),
    credited: money(
      sumOf(
        billed,
        (each) => each.pre_payment_credit_notes_amount + each.post_payment_credit_notes_amount,
      ),
    ),
    outside: money(sumOf(billed, (each) => each.amount_paid_off_stripe ?? 0)),
    outstanding: money(remaining("open")),
    writtenOff: money(remaining("uncollectible")),
    paid: money(sumOf(taken, (each) => each.amount_captured)),
    refunded: money(sumOf(taken, ({ id }) => refundedOf(id, refunds))),
    disputed: money(sumOf(disputes, (each) => (each.status === "won" ? 0 : each.amount))),
  };
}

/** One customer in one currency. */
export const balances: StoredObject<Totals> = {
  object: "Stripe_Balance__c",
  rows: (life) => [totalsOf(life)],
  fields: {
    Currency__c: () => "USD",
    Stripe_Customer__c: (_said, { customer }) => customer.id,
    Billed__c: ({ billed }) => billed,
    Tax__c: ({ tax }) => tax,
    Credited__c: ({ credited }) => credited,
    Paid_Outside__c: ({ outside }) => outside,
    Outstanding__c: ({ outstanding }) => outstanding,
    Written_Off__c: ({ writtenOff }) => writtenOff,
    Paid__c: ({ paid }) => rounded(paid, 3),
    Refunded__c: ({ refunded }) => refunded,
    Disputed__c: ({ disputed }) => disputed,
    MRR__c: (_said, life) => monthlyRevenue(life),
    Active_Subscriptions__c: (_said, life) => (monthlyRevenue(life) > 0 ? 1 : 0),
    // No night has passed.
    ...nothing("Carried_On__c", "Closed_MRR__c", "Closed_On__c", "Closed_Plans__c"),
    ...nothing("First_MRR_On__c", "Recomputed_At__c", "Settled_At__c", "Settled_Before__c"),
    ...nothing("Settled_Totals__c"),
  },
};
