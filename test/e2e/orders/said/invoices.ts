/** What Stripe says of invoices, what pays them and what is credited. */
import type Stripe from "stripe";
import type { Life } from "../life.ts";
import { invoiceDunning, isWatched } from "./dunning.ts";
import { subscriptionOf, toldPayments } from "./payments.ts";
import { nothing, ORIGIN, type Row, type StoredObject } from "./stored-object.ts";
import { idOf, moment, money, moneyOrNone, sumOf } from "./values.ts";

export const invoices: StoredObject<Stripe.Invoice> = {
  object: "Stripe_Invoice__c",
  rows: (life) => life.invoices,
  fields: {
    ...ORIGIN,
    Stripe_Invoice_ID__c: ({ id }) => id,
    Stripe_Customer__c: ({ customer }) => idOf(customer),
    Stripe_Subscription__c: subscriptionOf,
    Status__c: ({ status }) => status,
    Invoice_Number__c: ({ number }) => number,
    Billing_Reason__c: (said) => said.billing_reason,
    Collection_Method__c: (said) => said.collection_method,
    Auto_Advance__c: (said) => said.auto_advance,
    Currency__c: ({ currency }) => currency.toUpperCase(),
    Subtotal__c: ({ subtotal }) => money(subtotal),
    Discount_Amount__c: (said) =>
      money(sumOf(said.total_discount_amounts ?? [], ({ amount }) => amount)),
    Tax_Amount__c: (said) => money(sumOf(said.total_taxes ?? [], ({ amount }) => amount)),
    Total__c: ({ total }) => money(total),
    Amount_Due__c: (said) => money(said.amount_due),
    Amount_Paid__c: (said) => money(said.amount_paid),
    Amount_Remaining__c: (said) => money(said.amount_remaining),
    Paid_Outside__c: (said) => money(said.amount_paid_off_stripe ?? 0),
    Credited_Pre__c: (said) => money(said.pre_payment_credit_notes_amount),
    Credited_Post__c: (said) => money(said.post_payment_credit_notes_amount),
    Attempt_Count__c: (said) => said.attempt_count,
    Next_Payment_Attempt__c: (said) => moment(said.next_payment_attempt),
    Due_Date__c: (said) => moment(said.due_date),
    Period_Start__c: (said) => moment(said.period_start),
    Period_End__c: (said) => moment(said.period_end),
    Finalized_At__c: (said) => moment(said.status_transitions.finalized_at),
    Marked_Uncollectible_At__c: (said) => moment(said.status_transitions.marked_uncollectible_at),
    Paid_At__c: (said) => moment(said.status_transitions.paid_at),
    Stripe_Created_At__c: ({ created }) => moment(created),
    Hosted_Invoice_URL__c: (said) => said.hosted_invoice_url ?? null,
    Invoice_PDF_URL__c: (said) => said.invoice_pdf ?? null,
    Line_Items_JSON__c: ({ lines }) => lines.data.map(lineOf),
    Dunning_Status__c: (said, life) => invoiceDunning(said, life).status,
    Dunning_Stage__c: (said, life) => invoiceDunning(said, life).stage,
    Dunning_Stage_At__c: (said, life) => moment(invoiceDunning(said, life).stageAt),
    First_Failed_At__c: (said, life) => moment(invoiceDunning(said, life).firstFailedAt),
    Recovered_At__c: (said, life) => moment(invoiceDunning(said, life).recoveredAt),
    Overdue_Since__c: (said, life) => moment(invoiceDunning(said, life).overdueSince),
    Watch_Key__c: (said, life) => (isWatched(said, life) ? "watched" : null),
    // The daily look says it.
    ...nothing("Recovered_By__c"),
  },
};

function lineOf(line: Stripe.InvoiceLineItem): Row {
  const details = line.parent?.subscription_item_details ?? line.parent?.invoice_item_details;
  return {
    proration: details?.proration ?? false,
    end: line.period.end,
    start: line.period.start,
    product: line.pricing?.price_details?.product ?? null,
    price: line.pricing?.price_details?.price ?? null,
    quantity: line.quantity,
    amount: line.amount,
    description: line.description,
    id: line.id,
  };
}

export const invoicePayments: StoredObject<Stripe.InvoicePayment> = {
  object: "Stripe_Invoice_Payment__c",
  rows: toldPayments,
  fields: {
    ...ORIGIN,
    Stripe_Invoice_Payment_ID__c: ({ id }) => id,
    Stripe_Invoice__c: ({ invoice }) => idOf(invoice),
    Payment_Transaction__c: ({ payment }) => idOf(payment.payment_intent ?? payment.charge),
    Payment_Record_ID__c: ({ payment }) => idOf(payment.payment_record),
    Amount_Paid__c: (said) => moneyOrNone(said.amount_paid),
    Amount_Requested__c: (said) => money(said.amount_requested),
    Currency__c: ({ currency }) => currency.toUpperCase(),
    Is_Default__c: (said) => said.is_default,
    Paid_At__c: (said) => moment(said.status_transitions.paid_at),
    Status__c: ({ status }) => status,
    Stripe_Created_At__c: ({ created }) => moment(created),
  },
};

export const creditNotes: StoredObject<Stripe.CreditNote> = {
  object: "Stripe_Credit_Note__c",
  rows: (life: Life) => life.creditNotes,
  fields: {
    ...ORIGIN,
    Stripe_Credit_Note_ID__c: ({ id }) => id,
    Stripe_Customer__c: ({ customer }) => idOf(customer),
    Stripe_Invoice__c: ({ invoice }) => idOf(invoice),
    Credit_Note_Number__c: ({ number }) => number,
    Amount__c: ({ amount }) => money(amount),
    Out_Of_Band_Amount__c: (said) => moneyOrNone(said.out_of_band_amount),
    Currency__c: ({ currency }) => currency.toUpperCase(),
    Type__c: ({ type }) => type,
    Reason__c: ({ reason }) => reason,
    Status__c: ({ status }) => status,
    Issued_At__c: ({ created }) => moment(created),
    Voided_At__c: (said) => moment(said.voided_at),
    PDF_URL__c: ({ pdf }) => pdf,
  },
};
