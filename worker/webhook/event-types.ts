import type { Lane } from "../event.ts";

/** The kinds of Stripe object an event may be about, by the name in their `object` field. */
export type ObjectName =
  | "charge"
  | "coupon"
  | "checkout.session"
  | "credit_note"
  | "customer"
  | "discount"
  | "dispute"
  | "invoice"
  | "invoice_payment"
  | "payment_intent"
  | "payment_method"
  | "payout"
  | "price"
  | "product"
  | "refund"
  | "subscription";

export interface EventType {
  readonly lane: Lane;
  readonly object: ObjectName;
}

/**
 * The event types Salesforce wants, and the only place to add one: the Stripe endpoint is created from this list, and every
 * other type is answered 200, counted and dropped. Urgent is what a person waits for or must act on; bulk may wait a minute.
 */
const EVENT_TYPES: ReadonlyMap<string, EventType> = new Map(
  (
    [
      ["checkout.session.completed", "urgent", "checkout.session"],
      ["checkout.session.expired", "urgent", "checkout.session"],
      ["checkout.session.async_payment_succeeded", "urgent", "checkout.session"],
      ["checkout.session.async_payment_failed", "urgent", "checkout.session"],
      ["customer.subscription.created", "urgent", "subscription"],
      ["customer.subscription.deleted", "urgent", "subscription"],
      ["customer.subscription.paused", "urgent", "subscription"],
      ["payment_intent.payment_failed", "urgent", "payment_intent"],
      ["invoice.payment_failed", "urgent", "invoice"],
      ["charge.dispute.created", "urgent", "dispute"],

      ["customer.subscription.updated", "standard", "subscription"],
      ["customer.subscription.resumed", "standard", "subscription"],
      ["customer.subscription.trial_will_end", "standard", "subscription"],
      ["payment_intent.succeeded", "standard", "payment_intent"],
      ["payment_intent.processing", "standard", "payment_intent"],
      ["payment_intent.canceled", "standard", "payment_intent"],
      ["payment_intent.requires_action", "standard", "payment_intent"],
      ["payment_intent.amount_capturable_updated", "standard", "payment_intent"],
      ["invoice.created", "standard", "invoice"],
      ["invoice.updated", "standard", "invoice"],
      ["invoice.deleted", "standard", "invoice"],
      ["invoice.finalized", "standard", "invoice"],
      ["invoice.will_be_due", "standard", "invoice"],
      ["invoice.overdue", "standard", "invoice"],
      ["invoice.paid", "standard", "invoice"],
      ["invoice.payment_succeeded", "standard", "invoice"],
      ["invoice.voided", "standard", "invoice"],
      ["invoice.marked_uncollectible", "standard", "invoice"],
      ["invoice_payment.paid", "standard", "invoice_payment"],
      ["credit_note.created", "standard", "credit_note"],
      ["credit_note.updated", "standard", "credit_note"],
      ["credit_note.voided", "standard", "credit_note"],
      ["coupon.created", "standard", "coupon"],
      ["coupon.updated", "standard", "coupon"],
      ["coupon.deleted", "standard", "coupon"],
      ["customer.discount.created", "standard", "discount"],
      ["customer.discount.updated", "standard", "discount"],
      ["customer.discount.deleted", "standard", "discount"],
      ["customer.created", "standard", "customer"],
      ["customer.deleted", "standard", "customer"],
      ["charge.succeeded", "standard", "charge"],
      ["charge.pending", "standard", "charge"],
      ["charge.failed", "standard", "charge"],
      ["charge.captured", "standard", "charge"],
      ["charge.expired", "standard", "charge"],
      ["charge.refunded", "standard", "charge"],
      ["refund.created", "standard", "refund"],
      ["refund.updated", "standard", "refund"],
      ["refund.failed", "standard", "refund"],
      ["charge.dispute.updated", "standard", "dispute"],
      ["charge.dispute.funds_withdrawn", "standard", "dispute"],
      ["charge.dispute.funds_reinstated", "standard", "dispute"],
      ["charge.dispute.closed", "standard", "dispute"],
      ["payout.created", "standard", "payout"],
      ["payout.updated", "standard", "payout"],
      ["payout.paid", "standard", "payout"],
      ["payout.failed", "standard", "payout"],
      ["payout.canceled", "standard", "payout"],
      ["payout.reconciliation_completed", "standard", "payout"],
      ["product.created", "standard", "product"],
      ["product.updated", "standard", "product"],
      ["product.deleted", "standard", "product"],
      ["price.created", "standard", "price"],
      ["price.updated", "standard", "price"],
      ["price.deleted", "standard", "price"],

      ["customer.updated", "bulk", "customer"],
      ["payment_method.attached", "bulk", "payment_method"],
      ["payment_method.detached", "bulk", "payment_method"],
      ["payment_method.updated", "bulk", "payment_method"],
      ["payment_method.automatically_updated", "bulk", "payment_method"],
    ] as const
  ).map(([type, lane, object]) => [type, { lane, object }]),
);

/** What a Stripe endpoint's `enabled_events` must name. */
export const FORWARDED_EVENT_TYPES: readonly string[] = [...EVENT_TYPES.keys()];

export function eventTypeOf(type: string): EventType | undefined {
  return EVENT_TYPES.get(type);
}
