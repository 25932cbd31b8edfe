import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { isMetered } from "../billing/amount-of.ts";
import { billNow } from "../billing/bill-now.ts";
import { billSubscription, customerOf } from "../billing/bill-subscription.ts";
import { periodAt } from "../billing/calendar.ts";
import { usageOf } from "../billing/meter.ts";
import { productNames } from "../billing/product-name.ts";
import { idOf } from "../store/reference.ts";
import { finalizeInvoice } from "../invoices/finalize.ts";
import { periodLines, usageLines } from "../invoices/period-lines.ts";
import { markUncollectible, voidInvoice } from "../invoices/write-off.ts";
import { endSubscription } from "./end.ts";
import { becomePaused } from "./paused.ts";
import { changeSubscription } from "./save.ts";
import { cadenceOf, inPeriod } from "./subscription-item.ts";
import { currentPeriod, itemList, withStatus } from "./subscription.ts";

/** A subscription's period, or its trial, is over: it ends, waits for a payment method, or is billed for the next one. */
export function renew(operation: Operation, subscription: Stripe.Subscription): void {
  if (subscription.cancel_at_period_end) {
    endAsAsked(operation, subscription);
    return;
  }
  if (subscription.status === "trialing" && !canPay(operation, subscription)) {
    const wish = subscription.trial_settings?.end_behavior.missing_payment_method;
    if (wish === "pause") {
      becomePaused(operation, subscription.id, "trial_end_without_payment_method");
      return;
    }
    if (wish === "cancel") {
      endSubscription(operation, subscription, { reason: "payment_failed" });
      return;
    }
  }
  billNextPeriod(operation, subscription);
}

/** The moment has come at which it was to end: what was used since its last invoice is billed. */
export function endAsAsked(operation: Operation, subscription: Stripe.Subscription): void {
  const used = usedLines(operation, subscription);
  if (used.length > 0) billNow(operation, subscription, "subscription_cycle", used);
  endSubscription(operation, operation.objects.get("subscription", subscription.id), {
    reason: "cancellation_requested",
  });
}

function billNextPeriod(operation: Operation, subscription: Stripe.Subscription): void {
  const [item] = subscription.items.data;
  if (item === undefined) throw new Error(`The subscription ${subscription.id} has no items.`);
  const over = currentPeriod(subscription);
  const period = periodAt(subscription.billing_cycle_anchor, cadenceOf(item.price), over.end);
  const next: Stripe.Subscription = {
    ...(subscription.status === "trialing" ? withStatus(subscription, "active") : subscription),
    items: itemList(
      subscription.id,
      subscription.items.data.map((each) => inPeriod(each, period)),
    ),
  };
  const collects = next.status !== "unpaid" && next.pause_collection === null;
  const billed = billSubscription(operation, next, {
    reason: "subscription_cycle",
    lines: [
      ...periodLines(licensed(next), period, productNames(operation)),
      ...usedLines(operation, subscription),
    ],
    period: over,
    advances: collects ? "after_an_hour" : "never",
  });
  changeSubscription(operation, subscription, billed.subscription);
  writeOff(operation, next, billed.invoice);
}

/** What was used in the period that is over; a trial is free. */
function usedLines(
  operation: Operation,
  subscription: Stripe.Subscription,
): Stripe.InvoiceLineItem[] {
  if (subscription.status === "trialing") return [];
  const over = currentPeriod(subscription);
  return usageLines(subscription, over, productNames(operation), (item) =>
    usageOf(operation, subscription, item, over),
  );
}

/** With the items alone that are billed in advance. */
function licensed(subscription: Stripe.Subscription): Stripe.Subscription {
  const inAdvance = subscription.items.data.filter(({ price }) => !isMetered(price));
  return { ...subscription, items: itemList(subscription.id, inAdvance) };
}

/** While collection is paused, an invoice is kept as it is, or given up at once. */
function writeOff(
  operation: Operation,
  subscription: Stripe.Subscription,
  draft: Stripe.Invoice,
): void {
  const behavior = subscription.pause_collection?.behavior;
  if (behavior !== "void" && behavior !== "mark_uncollectible") return;
  const open = finalizeInvoice(operation, draft);
  // Where nothing was due, there is nothing to give up.
  if (open.status === "paid") return;
  if (behavior === "void") voidInvoice(operation, open);
  else markUncollectible(operation, open, "subscription_paused");
}

function canPay(operation: Operation, subscription: Stripe.Subscription): boolean {
  const customer = customerOf(operation, subscription);
  const method =
    idOf(subscription.default_payment_method) ??
    idOf(customer.invoice_settings.default_payment_method);
  return method !== null || subscription.collection_method === "send_invoice";
}

/** Nobody paid the first invoice in time: the subscription never began. */
export function expireIncomplete(operation: Operation, subscription: Stripe.Subscription): void {
  const expired: Stripe.Subscription = {
    ...withStatus(subscription, "incomplete_expired"),
    ended_at: operation.now(subscription),
  };
  const invoice = operation.objects.find("invoice", idOf(subscription.latest_invoice) ?? "");
  if (invoice?.status === "open") voidInvoice(operation, invoice);
  changeSubscription(operation, subscription, expired);
}
