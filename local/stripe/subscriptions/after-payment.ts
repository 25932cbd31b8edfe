import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { idOf } from "../store/reference.ts";
import { retrySettings } from "../billing/retry-settings.ts";
import { subscriptionOf } from "../invoices/invoice.ts";
import { endSubscription, invoicesOf, stopInvoices } from "./end.ts";
import { becomePaused, becomeResumed } from "./paused.ts";
import { changeSubscription } from "./save.ts";
import { hasEnded, withStatus } from "./subscription.ts";

/** What a paid invoice does to the subscription it bills, and to the customer's standing. */
export function afterPaid(
  operation: Operation,
  invoice: Stripe.Invoice,
  paymentMethod: string | null,
): void {
  const subscription = billed(operation, invoice);
  if (subscription !== undefined) recover(operation, subscription, invoice, paymentMethod);
  setDelinquent(operation, invoice, false);
}

function recover(
  operation: Operation,
  subscription: Stripe.Subscription,
  invoice: Stripe.Invoice,
  paymentMethod: string | null,
): void {
  const remembers =
    subscription.payment_settings?.save_default_payment_method === "on_subscription" &&
    paymentMethod !== null;
  const current: Stripe.Subscription = remembers
    ? { ...subscription, default_payment_method: paymentMethod }
    : subscription;
  switch (subscription.status) {
    case "incomplete":
      changeSubscription(operation, subscription, withStatus(current, "active"));
      return;
    case "past_due":
    case "unpaid": {
      const next = isNewest(operation, invoice) ? withStatus(current, "active") : current;
      changeSubscription(operation, subscription, next);
      return;
    }
    case "paused":
      if (isResumption(subscription, invoice)) becomeResumed(operation, subscription, "active");
      return;
    default:
      if (remembers) changeSubscription(operation, subscription, current);
  }
}

/** A bank that takes days to answer does not keep a subscription from beginning. */
export function afterProcessing(operation: Operation, invoice: Stripe.Invoice): void {
  const subscription = billed(operation, invoice);
  if (subscription?.status !== "incomplete") return;
  changeSubscription(operation, subscription, withStatus(subscription, "active"));
}

/** What a declined invoice does to them. Nothing more is tried where the invoice has no next attempt. */
export function afterDeclined(operation: Operation, invoice: Stripe.Invoice): void {
  // An e-mailed invoice waits for its payer until it is due, however often they try in vain.
  if (invoice.collection_method === "send_invoice") return;
  const subscription = billed(operation, invoice);
  if (subscription === undefined || subscription.status === "incomplete") return;
  setDelinquent(operation, invoice, true);
  if (hasEnded(subscription)) return;
  if (subscription.status === "paused") {
    // Stripe tries a resumption again by itself only where it made the first attempt.
    const waits = !isResumption(subscription, invoice) || invoice.auto_advance === true;
    if (!waits) becomeResumed(operation, subscription, "past_due");
    return;
  }
  const exhausted = invoice.auto_advance === true && invoice.next_payment_attempt === null;
  if (!exhausted) {
    if (subscription.status === "active" && isNewest(operation, invoice)) {
      changeSubscription(operation, subscription, withStatus(subscription, "past_due"));
    }
    return;
  }
  giveUp(operation, subscription);
}

function giveUp(operation: Operation, subscription: Stripe.Subscription): void {
  switch (retrySettings(operation).when_exhausted) {
    case "cancel":
      endSubscription(operation, subscription, { reason: "payment_failed" });
      return;
    case "past_due":
      changeSubscription(operation, subscription, withStatus(subscription, "past_due"));
      return;
    case "pause":
      stopInvoices(operation, becomePaused(operation, subscription.id, "final_payment_failure"));
      return;
    case "unpaid":
      changeSubscription(operation, subscription, withStatus(subscription, "unpaid"));
  }
}

function billed({ objects }: Operation, invoice: Stripe.Invoice): Stripe.Subscription | undefined {
  const id = subscriptionOf(invoice);
  return id === null ? undefined : objects.find("subscription", id);
}

/** Whether a subscription owes follows from the newest of its finalized invoices alone. */
function isNewest(operation: Operation, invoice: Stripe.Invoice): boolean {
  const subscription = billed(operation, invoice);
  if (subscription === undefined) return false;
  const finalized = invoicesOf(operation, subscription).filter(
    ({ status_transitions: { finalized_at: at } }) => at !== null,
  );
  return finalized[0]?.id === invoice.id;
}

function setDelinquent(operation: Operation, invoice: Stripe.Invoice, delinquent: boolean): void {
  const customer = operation.objects.find("customer", idOf(invoice.customer) ?? "");
  if (customer === undefined) return;
  operation.change("customer.updated", customer, { ...customer, delinquent });
}

/** The invoice whose payment ends a pause, and not one from before it. */
function isResumption(subscription: Stripe.Subscription, invoice: Stripe.Invoice): boolean {
  const since = subscription.status_details?.paused.transitioned_at ?? 0;
  return (
    idOf(subscription.latest_invoice) === invoice.id &&
    invoice.billing_reason === "subscription_update" &&
    invoice.created >= since
  );
}
