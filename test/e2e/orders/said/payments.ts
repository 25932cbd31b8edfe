/** What Stripe says of money that moves: payments, the attempts to charge them, refunds and disputes. */
import type Stripe from "stripe";
import type { Life } from "../life.ts";
import { nothing, ORIGIN, type Said, type StoredObject } from "./stored-object.ts";
import { idOf, moment, money, moneyOrNone, sumOf } from "./values.ts";

/** A PaymentIntent and its latest charge, or a charge made without one. */
interface Payment {
  readonly id: string;
  readonly intent: Stripe.PaymentIntent | undefined;
  readonly charge: Stripe.Charge | undefined;
}

const GONE = ["failed", "canceled"];

function paymentsOf({ events, intents, charges }: Life): readonly Payment[] {
  // No event tells of one before it is tried or canceled.
  const told = new Set(events.map(({ objectId }) => objectId));
  return [
    ...intents
      .filter(({ id }) => told.has(id))
      .map((intent) => ({
        id: intent.id,
        intent,
        charge: charges.find(({ id }) => id === idOf(intent.latest_charge)),
      })),
    ...charges
      .filter(({ payment_intent: intent }) => intent === null)
      .map((charge) => ({ id: charge.id, intent: undefined, charge })),
  ];
}

/** The charge that took or holds the money. */
function heldBy({ charge }: Payment): Stripe.Charge | undefined {
  return charge?.status === "failed" ? undefined : charge;
}

function statusOf({ intent, charge }: Payment): string | undefined {
  if (intent === undefined) return charge?.status;
  // Stripe waits for another way to pay; people are told that it failed.
  return intent.status === "requires_payment_method" ? "failed" : intent.status;
}

function isSucceeded(payment: Payment): boolean {
  return statusOf(payment) === "succeeded";
}

function amountOf({ intent, charge }: Payment): number {
  if (intent !== undefined)
    return money(intent.amount_received > 0 ? intent.amount_received : intent.amount);
  if (charge === undefined) throw new Error("Neither an intent nor a charge.");
  return money(charge.captured ? charge.amount_captured : charge.amount);
}

/** What was given back of a charge, in minor units, by refunds that stand. */
export function refundedOf(charge: string, refunds: readonly Stripe.Refund[]): number {
  const standing = refunds.filter(
    (each) => each.charge === charge && !GONE.includes(each.status ?? ""),
  );
  return sumOf(standing, ({ amount }) => amount);
}

function refundsOf({ charge }: Payment, { refunds }: Life): readonly Stripe.Refund[] {
  return refunds.filter((each) => charge !== undefined && each.charge === charge.id);
}

/** What was never captured is let go of, and counts as refunded at Stripe. */
function chargeRefunded(charge: Stripe.Charge): number {
  return charge.amount_refunded - (charge.captured ? charge.amount - charge.amount_captured : 0);
}

/** When the charge last said what it gave back. */
function saidRefundedAt(payment: Payment, { sent }: Life): string | null {
  const said = sent.findLast(
    (event) =>
      event.type === "charge.refunded" &&
      event.data.object.id === payment.charge?.id &&
      chargeRefunded(event.data.object) > 0,
  );
  return moment(said?.created);
}

/** The one opened last. */
function disputeOf({ charge }: Payment, { disputes }: Life): Stripe.Dispute | undefined {
  return disputes
    .filter((each) => charge !== undefined && each.charge === charge.id)
    .toSorted((a, b) => b.created - a.created || (a.id < b.id ? 1 : -1))[0];
}

function withdrawnBy({ status, amount }: Stripe.Dispute): number {
  return status === "won" ? 0 : money(amount);
}

/** What went wrong at the latest attempt; nothing once it went well. */
/** Where Stripe's own sentence is for who programs. */
const FOR_PEOPLE: Readonly<Record<string, string>> = {
  payment_intent_authentication_failure:
    "The customer did not confirm the payment with their bank (3-D Secure).",
  payment_intent_payment_attempt_expired: "The customer did not complete the payment in time.",
};

function failureOf({ intent, charge }: Payment): { code: string | null; message: string | null } {
  if (intent !== undefined) {
    const error = intent.last_payment_error;
    const code = error?.decline_code ?? error?.code ?? null;
    return { code, message: FOR_PEOPLE[error?.code ?? ""] ?? error?.message ?? null };
  }
  return charge?.status === "failed"
    ? { code: charge.outcome?.reason ?? null, message: charge.failure_message }
    : { code: null, message: null };
}

function failuresOf({ id, intent, charge }: Payment, { sent }: Life): number {
  if (intent === undefined) return charge?.status === "failed" ? 1 : 0;
  return sent.filter(
    (event) => event.type === "payment_intent.payment_failed" && event.data.object.id === id,
  ).length;
}

/** When the latest attempt went well or failed. */
function triedAt({ id, intent, charge }: Payment, { sent }: Life): number | undefined {
  const tried = sent.findLast(
    (event) =>
      (event.type === "payment_intent.succeeded" ||
        event.type === "payment_intent.payment_failed") &&
      event.data.object.id === id,
  );
  return tried?.created ?? intent?.created ?? charge?.created;
}

/**
 * What Stripe told of payments of invoices: that they were paid, by an event; and what a payment that failed was for, when it was
 * asked. Of one that was canceled untried nobody asks.
 */
export function toldPayments({ invoicePayments, sent }: Life): readonly Stripe.InvoicePayment[] {
  const failed = new Set(
    sent.flatMap((event) =>
      event.type === "payment_intent.payment_failed" ? [event.data.object.id] : [],
    ),
  );
  return invoicePayments.filter(
    ({ status, payment }) =>
      status === "paid" || failed.has(idOf(payment.payment_intent) ?? "none"),
  );
}

/** The invoice a payment was made for, else the one it was joined to first. */
export function invoiceOf(payment: string, life: Life): Stripe.Invoice | undefined {
  const [main] = toldPayments(life)
    .filter((each) => idOf(each.payment.payment_intent ?? each.payment.charge) === payment)
    .toSorted((a, b) => Number(b.is_default) - Number(a.is_default) || (a.id < b.id ? -1 : 1));
  return life.invoices.find(({ id }) => id === idOf(main?.invoice));
}

export function subscriptionOf(invoice: Stripe.Invoice | undefined): string | null {
  return idOf(invoice?.parent?.subscription_details?.subscription);
}

function transactionType(payment: Payment, life: Life): string | null {
  const reason = invoiceOf(payment.id, life)?.billing_reason;
  if (reason === null || reason === undefined) return isSucceeded(payment) ? "one_time" : null;
  if (reason === "subscription_create") return "initial_payment";
  return reason.startsWith("subscription") ? "recurring_payment" : "one_time";
}

function customerOf({ intent, charge }: Payment): string | null {
  return idOf(intent?.customer ?? charge?.customer);
}

export const payments: StoredObject<Payment> = {
  object: "Payment_Transaction__c",
  rows: paymentsOf,
  fields: {
    ...ORIGIN,
    Stripe_Payment_Intent_ID__c: ({ id }) => id,
    Payment_Kind__c: ({ intent }) => (intent === undefined ? "charge" : "payment_intent"),
    Status__c: statusOf,
    Stripe_Created_At__c: ({ intent }) => moment(intent?.created),
    Amount__c: amountOf,
    Amount_Authorized__c: (said) => moneyOrNone(heldBy(said)?.amount),
    Currency__c: ({ intent, charge }) => (intent ?? charge)?.currency.toUpperCase(),
    Stripe_Charge_ID__c: (said) => heldBy(said)?.id ?? null,
    Receipt_URL__c: (said) => heldBy(said)?.receipt_url ?? null,
    Payment_Method_Type__c: ({ charge }) => charge?.payment_method_details?.type ?? null,
    Card_Brand__c: ({ charge }) => charge?.payment_method_details?.card?.brand ?? null,
    Card_Last4__c: ({ charge }) => charge?.payment_method_details?.card?.last4 ?? null,
    Failed_Attempts__c: failuresOf,
    Failure_Code__c: (said) => failureOf(said).code,
    Failure_Reason__c: (said) => failureOf(said).message,
    Failed_Charge_ID__c: ({ intent }) =>
      intent?.last_payment_error ? idOf(intent.latest_charge) : null,
    Transaction_Date__c: (said, life) => moment(triedAt(said, life)),
    Transaction_Type__c: transactionType,
    Amount_Refunded__c: (said, life) =>
      refundsOf(said, life).length === 0
        ? null
        : money(refundedOf(said.charge?.id ?? "", life.refunds)),
    Charge_Refunded__c: (said, life) =>
      said.charge === undefined || refundsOf(said, life).length === 0
        ? null
        : money(chargeRefunded(said.charge)),
    Charge_Refunded_At__c: saidRefundedAt,
    Stripe_Dispute_ID__c: (said, life) => disputeOf(said, life)?.id ?? null,
    Dispute_Status__c: (said, life) => disputeOf(said, life)?.status ?? null,
    Dispute_Reason__c: (said, life) => disputeOf(said, life)?.reason ?? null,
    Dispute_Amount__c: (said, life) => moneyOrNone(disputeOf(said, life)?.amount),
    Dispute_Due_By__c: (said, life) => moment(disputeOf(said, life)?.evidence_details.due_by),
    Amount_Disputed__c: (said, life) => {
      const all = life.disputes.filter((each) => each.charge === said.charge?.id);
      return all.length === 0 ? null : sumOf(all, withdrawnBy);
    },
    // What it settled as is read with its payout, and no life is paid out.
    ...nothing("Fee__c", "Net__c", "Settled_Amount__c", "Settlement_Currency__c"),
    ...nothing("Stripe_Balance_Transaction_ID__c", "Stripe_Payout__c"),
    Stripe_Customer__c: customerOf,
    Stripe_Invoice__c: ({ id }, life) => invoiceOf(id, life)?.id ?? null,
    Stripe_Subscription__c: ({ id }, life) => subscriptionOf(invoiceOf(id, life)),
  },
};

const keyOf = ({ id, payment_intent: intent }: Stripe.Charge): string => idOf(intent) ?? id;
const isFailed = ({ status }: Stripe.Charge): boolean => status === "failed";

export const attempts: StoredObject<Stripe.Charge> = {
  object: "Payment_Attempt__c",
  rows: ({ charges }) => charges,
  fields: {
    ...ORIGIN,
    Stripe_Charge_ID__c: ({ id }) => id,
    Attempted_At__c: ({ created }) => moment(created),
    Outcome__c: ({ status, outcome }) => (outcome?.type === "blocked" ? "blocked" : status),
    Amount__c: ({ amount }) => money(amount),
    Amount_Captured__c: (said) => money(said.amount_captured),
    Is_Captured__c: ({ captured, status }) => captured && status === "succeeded",
    Currency__c: ({ currency }) => currency.toUpperCase(),
    Failure_Code__c: (said) => said.failure_code,
    Failure_Reason__c: (said) => said.failure_message,
    Decline_Code__c: (said) => (isFailed(said) ? (said.outcome?.reason ?? null) : null),
    Advice__c: (said) => (isFailed(said) ? (said.outcome?.advice_code ?? null) : null),
    Receipt_URL__c: (said) => said.receipt_url,
    Payment_Method_Type__c: (said) => said.payment_method_details?.type ?? null,
    Card_Brand__c: (said) => said.payment_method_details?.card?.brand ?? null,
    Card_Last4__c: (said) => said.payment_method_details?.card?.last4 ?? null,
    Payment_Transaction__c: keyOf,
    Stripe_Customer__c: ({ customer }) => idOf(customer),
    Stripe_Invoice__c: (said, life) => invoiceOf(keyOf(said), life)?.id ?? null,
    Stripe_Subscription__c: (said, life) => subscriptionOf(invoiceOf(keyOf(said), life)),
  },
};

/** A part of a payment: by its charge. */
type OfCharge = { readonly charge: string | Stripe.Charge | null };

function chargeOf({ charge: named }: OfCharge, { charges }: Life): Stripe.Charge {
  const charge = charges.find(({ id }) => id === idOf(named));
  if (charge === undefined) throw new Error(`No charge ${String(idOf(named))}.`);
  return charge;
}

const OF_CHARGE = {
  Payment_Transaction__c: (said, life) => keyOf(chargeOf(said, life)),
  Stripe_Customer__c: (said, life) => idOf(chargeOf(said, life).customer),
} as const satisfies Record<string, Said<OfCharge>>;

export const refunds: StoredObject<Stripe.Refund> = {
  object: "Stripe_Refund__c",
  rows: (life) => life.refunds,
  fields: {
    ...ORIGIN,
    ...OF_CHARGE,
    Stripe_Refund_ID__c: ({ id }) => id,
    Amount__c: ({ amount }) => money(amount),
    Currency__c: ({ currency }) => currency.toUpperCase(),
    Status__c: ({ status }) => status,
    Reason__c: ({ reason }) => reason,
    Failure_Reason__c: (said) => said.failure_reason ?? null,
    Refunded_At__c: ({ created }) => moment(created),
  },
};

export const disputes: StoredObject<Stripe.Dispute> = {
  object: "Stripe_Dispute__c",
  rows: (life) => life.disputes,
  fields: {
    ...ORIGIN,
    ...OF_CHARGE,
    Stripe_Dispute_ID__c: ({ id }) => id,
    Amount__c: ({ amount }) => money(amount),
    Amount_Withdrawn__c: withdrawnBy,
    Currency__c: ({ currency }) => currency.toUpperCase(),
    Status__c: ({ status }) => status,
    Reason__c: ({ reason }) => reason,
    Due_By__c: (said) => moment(said.evidence_details.due_by),
    Has_Evidence__c: (said) => said.evidence_details.has_evidence,
    Opened_At__c: ({ created }) => moment(created),
  },
};
