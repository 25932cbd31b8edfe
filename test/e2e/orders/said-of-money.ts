/** What Stripe's own objects say at the end of a life of money, as rows with every field that is stored. */
import type Stripe from "stripe";
import type { Life } from "./life.ts";

type Row = Readonly<Record<string, unknown>>;
type Rows = readonly Row[];

const CENTS = 100;
const MONTHS = 12;

/** Of every synced row of a test account that names no account. */
const ORIGIN = { Livemode__c: false, Stripe_Account_ID__c: null };

export function saidOfMoney(life: Life): object {
  return {
    customers: [{ Stripe_Customer_ID__c: life.customer.id, ...totalsOf(life) }],
    stored: {
      Payment_Attempt__c: rows(life.charges, attemptOf),
      Payment_Transaction__c: paymentsOf(life),
      Stripe_Coupon__c: byKey("Coupon_Key__c", life.coupons.map(couponOf)),
      Stripe_Credit_Note__c: rows(life.creditNotes, creditNoteOf),
      Stripe_Dispute__c: rows(life.disputes, disputeOf),
      Stripe_Invoice_Payment__c: rows(paidOf(life), invoicePaymentOf),
      Stripe_Invoice__c: rows(life.invoices, invoiceOf),
      Stripe_Refund__c: rows(life.refunds, refundOf),
      Stripe_Subscription_Item__c: itemsOf(life),
    },
    unfinished: [],
  };
}

function rows<T extends { readonly id: string }>(objects: readonly T[], row: (of: T) => Row): Rows {
  return objects
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((each) => ({ ...row(each), ...ORIGIN }));
}

function byKey(key: string, all: Rows): Rows {
  return all.toSorted((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1));
}

function moment(seconds: number | null | undefined): string | null {
  return typeof seconds === "number"
    ? new Date(seconds * 1000).toISOString().replace("Z", "+0000")
    : null;
}

function cents(units: number): number {
  return units / CENTS;
}

function attemptOf(charge: Stripe.Charge): Row {
  return {
    Stripe_Charge_ID__c: charge.id,
    Advice__c: charge.outcome?.advice_code ?? null,
    Amount__c: cents(charge.amount),
    Amount_Captured__c: cents(charge.amount_captured),
    Attempted_At__c: moment(charge.created),
    Card_Brand__c: charge.payment_method_details?.card?.brand,
    Card_Last4__c: charge.payment_method_details?.card?.last4,
    Currency__c: "USD",
    Decline_Code__c: charge.status === "failed" ? (charge.outcome?.reason ?? null) : null,
    Failure_Code__c: charge.failure_code,
    Failure_Reason__c: charge.failure_message,
    Is_Captured__c: charge.captured,
    Outcome__c: charge.status,
    Payment_Method_Type__c: charge.payment_method_details?.type,
    Receipt_URL__c: charge.receipt_url,
  };
}

/** A payment for every PaymentIntent, and for every charge without one. */
function paymentsOf(life: Life): Rows {
  // No event tells of one before it is tried or canceled.
  const told = life.intents.filter(({ status }) => status !== "requires_payment_method");
  const ofIntents = told.map((intent) => ({
    ...paymentOf(life, chargeOf(life, intent)),
    Stripe_Payment_Intent_ID__c: intent.id,
    Status__c: intent.status,
    Stripe_Created_At__c: moment(intent.created),
    Payment_Kind__c: "payment_intent",
    // What was asked for, where nothing was charged.
    ...(intent.latest_charge === null ? { Amount__c: cents(intent.amount) } : {}),
  }));
  const direct = life.charges.filter((charge) => charge.payment_intent === null);
  const ofCharges = direct.map((charge) => ({
    ...paymentOf(life, charge),
    Stripe_Payment_Intent_ID__c: charge.id,
    Status__c: charge.status,
    Stripe_Created_At__c: null,
    Payment_Kind__c: "charge",
  }));
  return byKey("Stripe_Payment_Intent_ID__c", [...ofIntents, ...ofCharges]);
}

function chargeOf(life: Life, intent: Stripe.PaymentIntent): Stripe.Charge | undefined {
  return life.charges.find(({ id }) => id === intent.latest_charge);
}

function paymentOf(life: Life, charge: Stripe.Charge | undefined): Row {
  const failed = charge?.status === "failed";
  const dispute = life.disputes.find((each) => each.charge === charge?.id);
  const back = life.refunds
    .filter((refund) => refund.charge === charge?.id)
    .reduce((sum, { amount }) => sum + amount, 0);
  return {
    ...ORIGIN,
    Amount__c: charge === undefined ? null : cents(failed ? charge.amount : charge.amount_captured),
    Amount_Refunded__c: back === 0 ? null : cents(back),
    Amount_Authorized__c: charge === undefined || failed ? null : cents(charge.amount),
    Amount_Disputed__c: dispute === undefined ? null : lostBy(dispute),
    Card_Brand__c: charge?.payment_method_details?.card?.brand ?? null,
    Card_Last4__c: charge?.payment_method_details?.card?.last4 ?? null,
    Currency__c: "USD",
    Dispute_Amount__c: dispute === undefined ? null : cents(dispute.amount),
    Dispute_Due_By__c: moment(dispute?.evidence_details.due_by),
    Dispute_Reason__c: dispute?.reason ?? null,
    Dispute_Status__c: dispute?.status ?? null,
    Failed_Attempts__c: failed ? 1 : 0,
    Failure_Code__c: failed ? (charge.outcome?.reason ?? null) : null,
    Failure_Reason__c: charge?.failure_message ?? null,
    Payment_Method_Type__c: charge?.payment_method_details?.type ?? null,
    Receipt_URL__c: charge?.receipt_url ?? null,
    Stripe_Charge_ID__c: failed ? null : (charge?.id ?? null),
    Stripe_Dispute_ID__c: dispute?.id ?? null,
  };
}

function couponOf(coupon: Stripe.Coupon): Row {
  return {
    ...ORIGIN,
    Coupon_Key__c: `|test|${coupon.id}`,
    Stripe_Coupon_ID__c: coupon.id,
    Amount_Off__c: coupon.amount_off === null ? null : cents(coupon.amount_off),
    Coupon_Name__c: coupon.name,
    Currency__c: coupon.currency?.toUpperCase() ?? null,
    Deleted__c: false,
    Duration__c: coupon.duration,
    Duration_In_Months__c: coupon.duration_in_months,
    Max_Redemptions__c: coupon.max_redemptions,
    Percent_Off__c: coupon.percent_off,
    Redeem_By__c: moment(coupon.redeem_by),
    Stripe_Created_At__c: moment(coupon.created),
    Valid__c: coupon.valid,
  };
}

function creditNoteOf(note: Stripe.CreditNote): Row {
  return {
    Stripe_Credit_Note_ID__c: note.id,
    Amount__c: cents(note.amount),
    Credit_Note_Number__c: note.number,
    Currency__c: "USD",
    Issued_At__c: moment(note.created),
    Out_Of_Band_Amount__c: note.out_of_band_amount === null ? null : cents(note.out_of_band_amount),
    PDF_URL__c: note.pdf,
    Reason__c: note.reason,
    Status__c: note.status,
    Type__c: note.type,
    Voided_At__c: moment(note.voided_at),
  };
}

function disputeOf(dispute: Stripe.Dispute): Row {
  return {
    Stripe_Dispute_ID__c: dispute.id,
    Amount__c: cents(dispute.amount),
    Amount_Withdrawn__c: lostBy(dispute),
    Currency__c: "USD",
    Due_By__c: moment(dispute.evidence_details.due_by),
    Has_Evidence__c: dispute.evidence_details.has_evidence,
    Opened_At__c: moment(dispute.created),
    Reason__c: dispute.reason,
    Status__c: dispute.status,
  };
}

function lostBy({ status, amount }: Stripe.Dispute): number {
  return status === "won" ? 0 : cents(amount);
}

/** No event tells of a payment of an invoice before it is paid. */
function paidOf({ invoicePayments }: Life): readonly Stripe.InvoicePayment[] {
  return invoicePayments.filter(({ status }) => status === "paid");
}

function invoicePaymentOf(payment: Stripe.InvoicePayment): Row {
  return {
    Stripe_Invoice_Payment_ID__c: payment.id,
    Amount_Paid__c: payment.amount_paid === null ? null : cents(payment.amount_paid),
    Amount_Requested__c: cents(payment.amount_requested),
    Currency__c: "USD",
    Is_Default__c: payment.is_default,
    Paid_At__c: moment(payment.status_transitions.paid_at),
    Payment_Record_ID__c: payment.payment.payment_record ?? null,
    Status__c: payment.status,
    Stripe_Created_At__c: moment(payment.created),
  };
}

function invoiceOf(invoice: Stripe.Invoice): Row {
  const off = (invoice.total_discount_amounts ?? []).reduce((sum, { amount }) => sum + amount, 0);
  return {
    Stripe_Invoice_ID__c: invoice.id,
    Amount_Due__c: cents(invoice.amount_due),
    Amount_Paid__c: cents(invoice.amount_paid),
    Amount_Remaining__c: cents(invoice.amount_remaining),
    Attempt_Count__c: invoice.attempt_count,
    Auto_Advance__c: invoice.auto_advance,
    Billing_Reason__c: invoice.billing_reason,
    Collection_Method__c: invoice.collection_method,
    Credited_Post__c: cents(invoice.post_payment_credit_notes_amount),
    Credited_Pre__c: cents(invoice.pre_payment_credit_notes_amount),
    Currency__c: "USD",
    Discount_Amount__c: cents(off),
    Due_Date__c: moment(invoice.due_date),
    Dunning_Stage__c: "none",
    Dunning_Stage_At__c: null,
    Dunning_Status__c: "none",
    Finalized_At__c: moment(invoice.status_transitions.finalized_at),
    First_Failed_At__c: null,
    Hosted_Invoice_URL__c: invoice.hosted_invoice_url,
    Invoice_Number__c: invoice.number,
    Invoice_PDF_URL__c: invoice.invoice_pdf,
    Line_Items_JSON__c: JSON.stringify(invoice.lines.data.map(lineOf)),
    Next_Payment_Attempt__c: moment(invoice.next_payment_attempt),
    Overdue_Since__c: null,
    Paid_At__c: moment(invoice.status_transitions.paid_at),
    Paid_Outside__c: cents(invoice.amount_paid_off_stripe ?? 0),
    Period_End__c: moment(invoice.period_end),
    Period_Start__c: moment(invoice.period_start),
    Recovered_At__c: null,
    Recovered_By__c: null,
    Status__c: invoice.status,
    Stripe_Created_At__c: moment(invoice.created),
    Subtotal__c: cents(invoice.subtotal),
    Tax_Amount__c: 0,
    Total__c: cents(invoice.total),
  };
}

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

function refundOf(refund: Stripe.Refund): Row {
  return {
    Stripe_Refund_ID__c: refund.id,
    Amount__c: cents(refund.amount),
    Currency__c: "USD",
    Failure_Reason__c: refund.failure_reason ?? null,
    Reason__c: refund.reason,
    Refunded_At__c: moment(refund.created),
    Status__c: refund.status,
  };
}

/** An item's own discounts first, then what the customer has off all of it: the subscription has none. */
function itemsOf({ subscription, customer, coupons, objects }: Life): Rows {
  const { data } = objects.get("/v1/subscription_items") as { data: Stripe.SubscriptionItem[] };
  const left = (named: Stripe.Discount["source"]["coupon"]): number => {
    const id = typeof named === "string" ? named : named?.id;
    const coupon = coupons.find((each) => each.id === id);
    return coupon?.duration === "forever" ? 1 - (coupon.percent_off ?? 0) / 100 : 1;
  };
  const ofAll = customer.discount ? left(customer.discount.source.coupon) : 1;
  return rows(data, (item) => {
    const own = item.discounts.reduce(
      (part, each) => part * (typeof each === "string" ? 1 : left(each.source.coupon)),
      1,
    );
    const list = ((item.price.unit_amount ?? 0) * (item.quantity ?? 0)) / CENTS;
    const month = Math.round(list * own * ofAll * 1000) / 1000;
    return {
      Stripe_Item_ID__c: item.id,
      Amount__c: list,
      Amount_Known__c: true,
      Billing_Interval__c: "month",
      Billing_Interval_Count__c: 1,
      Billing_Scheme__c: "per_unit",
      Currency__c: subscription.currency.toUpperCase(),
      Current_Period_End__c: moment(item.current_period_end),
      Current_Period_Start__c: moment(item.current_period_start),
      Includes_Tax__c: false,
      List_Year__c: list * MONTHS,
      MRR__c: month,
      Plan__c: null,
      Quantity__c: item.quantity,
      Stripe_Price_ID__c: item.price.id,
      Stripe_Product_ID__c: item.price.product,
      Usage_Type__c: "licensed",
      Year_Amount__c: Math.round(month * MONTHS * 1000) / 1000,
    };
  });
}

/** What came in by Stripe and outside it, less what went back and what was lost. */
function totalsOf(life: Life): Row {
  const sum = (amounts: readonly number[]): number => amounts.reduce((all, each) => all + each, 0);
  const taken = sum(life.charges.filter(({ paid }) => paid).map((each) => each.amount_captured));
  const outside = sum(life.invoices.map((each) => each.amount_paid_off_stripe ?? 0));
  const back = sum(life.refunds.map(({ amount }) => amount));
  const lost = sum(
    life.disputes.filter(({ status }) => status !== "won").map((each) => each.amount),
  );
  return {
    Total_Collected__c: cents(taken + outside - back - lost),
    MRR__c: Math.round(sum(itemsOf(life).map((row) => Number(row["MRR__c"]))) * 1000) / 1000,
  };
}
