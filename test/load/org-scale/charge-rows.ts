/** What one charge of a subscription leaves behind: an invoice, and mostly a payment with its attempts. */
import type { Customer } from "./business.ts";
import { type Known, ofStripe } from "./known.ts";
import type { Values } from "./save-rows.ts";

const DAY_MS = 86_400_000;

export interface Charge {
  readonly customer: Customer;
  readonly subscription: string;
  readonly name: string;
  readonly isFirst: boolean;
  readonly outcome: Customer["latest"];
}

export function isPaidBack({ customer, isFirst, outcome }: Charge): boolean {
  return customer.isRefunded && isFirst && outcome === "paid";
}

export function isRecovered({ customer, isFirst, outcome }: Charge): boolean {
  return customer.isRecovered && isFirst && outcome === "paid";
}

export function invoiceOf(each: Charge, known: Known, now: number): Values {
  const { customer, name, outcome, subscription, isFirst } = each;
  const total = customer.amount + customer.tax;
  const isPaid = outcome === "paid";
  const failedAt = outcome === "declined" || isRecovered(each) ? now : null;
  return {
    ...ofStripe(`evt_i${name}`, now),
    Stripe_Invoice_ID__c: `in_${name}`,
    Stripe_Customer__c: known.customers[customer.number] ?? "",
    Stripe_Subscription__c: subscription,
    Invoice_Number__c: `N-${name}`,
    Status__c: isPaid ? "paid" : "open",
    Billing_Reason__c: isFirst ? "subscription_create" : "subscription_cycle",
    Collection_Method__c: outcome === "overdue" ? "send_invoice" : "charge_automatically",
    Currency__c: customer.currency,
    Subtotal__c: customer.amount,
    Tax_Amount__c: customer.tax,
    Total__c: total,
    Amount_Due__c: total,
    Amount_Paid__c: isPaid ? total : 0,
    Amount_Remaining__c: isPaid ? 0 : total,
    Attempt_Count__c: outcome === "overdue" ? 0 : failedAt === null ? 1 : 2,
    Period_Start__c: now,
    Period_End__c: now + 30 * DAY_MS,
    Due_Date__c: outcome === "overdue" ? now + 7 * DAY_MS : null,
    Finalized_At__c: now,
    Paid_At__c: isPaid ? now : null,
    Stripe_Created_At__c: now,
    First_Failed_At__c: failedAt,
    Next_Payment_Attempt__c: outcome === "declined" ? now + 12 * DAY_MS : null,
    Dunning_Status__c: outcome === "declined" ? "trying" : "none",
    Dunning_Stage__c: isRecovered(each) ? "recovered" : "none",
    Watch_Key__c: isPaid ? null : "watched",
    Recovered_At__c: isRecovered(each) ? now : null,
    Recovered_By__c: isRecovered(each) ? "Automatic retry" : null,
  };
}

export function paymentOf(
  each: Charge & { readonly invoice: string },
  known: Known,
  now: number,
): Values {
  const { customer, name, outcome } = each;
  const total = customer.amount + customer.tax;
  const isPaid = outcome === "paid";
  return {
    ...ofStripe(`evt_p${name}`, now),
    Stripe_Payment_Intent_ID__c: `pi_${name}`,
    Stripe_Charge_ID__c: `ch_${name}`,
    Stripe_Customer__c: known.customers[customer.number] ?? "",
    Stripe_Subscription__c: each.subscription,
    Stripe_Invoice__c: each.invoice,
    Amount__c: total,
    Amount_Refunded__c: isPaidBack(each) ? total : 0,
    Amount_Disputed__c: 0,
    Currency__c: customer.currency,
    Status__c: isPaid ? "succeeded" : "requires_payment_method",
    Failure_Code__c: isPaid ? null : "card_declined",
    Failed_Attempts__c: isPaid ? 0 : 2,
    Payment_Method_Type__c: "card",
    Payment_Kind__c: "payment_intent",
    Card_Brand__c: customer.number % 3 === 0 ? "visa" : "mastercard",
    Card_Last4__c: "4242",
    Transaction_Type__c: each.isFirst ? "initial_payment" : "recurring_payment",
    Transaction_Date__c: now,
  };
}

export function attemptsOf(
  each: Charge & { readonly invoice: string; readonly payment: string },
  known: Known,
  now: number,
): readonly Values[] {
  const { customer, name } = each;
  const attempt = (place: number, outcome: "succeeded" | "failed"): Values => ({
    ...ofStripe(`evt_a${name}_${place}`, now),
    Stripe_Charge_ID__c: place === 0 ? `ch_${name}` : `ch_${name}_${place}`,
    Stripe_Customer__c: known.customers[customer.number] ?? "",
    Stripe_Subscription__c: each.subscription,
    Stripe_Invoice__c: each.invoice,
    Payment_Transaction__c: each.payment,
    Amount__c: customer.amount + customer.tax,
    Currency__c: customer.currency,
    Outcome__c: outcome,
    Decline_Code__c: outcome === "failed" ? "insufficient_funds" : null,
    Failure_Code__c: outcome === "failed" ? "card_declined" : null,
    Payment_Method_Type__c: "card",
    Card_Brand__c: customer.number % 3 === 0 ? "visa" : "mastercard",
    Card_Last4__c: "4242",
    Attempted_At__c: now,
  });
  if (isRecovered(each)) return [attempt(0, "succeeded"), attempt(1, "failed")];
  return each.outcome === "paid"
    ? [attempt(0, "succeeded")]
    : [attempt(0, "failed"), attempt(1, "failed")];
}

export function refundOf(
  each: Charge & { readonly payment: string },
  known: Known,
  now: number,
): Values {
  const { customer, name } = each;
  return {
    ...ofStripe(`evt_r${name}`, now),
    Stripe_Refund_ID__c: `re_${name}`,
    Stripe_Customer__c: known.customers[customer.number] ?? "",
    Payment_Transaction__c: each.payment,
    Amount__c: customer.amount + customer.tax,
    Currency__c: customer.currency,
    Status__c: "succeeded",
    Reason__c: "requested_by_customer",
    Refunded_At__c: now,
  };
}
