import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { billSubscription } from "../billing/bill-subscription.ts";
import type { Period } from "../billing/calendar.ts";
import { boundary, periodAt } from "../billing/calendar.ts";
import { collect } from "../billing/collect.ts";
import { productNames } from "../billing/product-name.ts";
import { prorate } from "../billing/proration.ts";
import { finalizeInvoice } from "../invoices/finalize.ts";
import { periodLines } from "../invoices/period-lines.ts";
import { becomeResumed } from "./paused.ts";
import type { ProrationBehavior } from "./prorations.ts";
import { keepProrations } from "./prorations.ts";
import { changeSubscription } from "./save.ts";
import { cadenceOf, inPeriod } from "./subscription-item.ts";
import { itemList } from "./subscription.ts";

export interface ResumeRequest {
  readonly billingCycleAnchor: "now" | "unchanged";
  readonly prorationBehavior: ProrationBehavior;
  /** Whether payment is tried now, and the subscription paused until it succeeds; or left to be asked for. */
  readonly paymentBehavior: "resume_on_payment_attempt" | "resume_on_payment_success";
}

/**
 * Ends a pause. It is over when the invoice of the resumption is paid, or needs no payment.
 * @throws StripeApiError 400 for one that is not paused
 */
export function resumeSubscription(
  operation: Operation,
  subscription: Stripe.Subscription,
  request: ResumeRequest,
): Stripe.Subscription {
  if (subscription.status !== "paused") {
    throw invalidRequest("You can only resume a subscription that is paused.");
  }
  const anew = request.billingCycleAnchor === "now";
  const period = periodOnResume(operation, subscription, anew);
  const moved: Stripe.Subscription = {
    ...subscription,
    ...(anew ? { billing_cycle_anchor: period.start } : {}),
    items: itemList(
      subscription.id,
      subscription.items.data.map((item) => inPeriod(item, period)),
    ),
  };
  if (!anew && request.prorationBehavior !== "none") {
    const time = { at: operation.now(subscription), period, currency: subscription.currency };
    keepProrations(operation, moved, prorate([], moved.items.data, time, productNames(operation)));
  }
  const current = changeSubscription(operation, subscription, moved);
  const bills = anew || request.prorationBehavior === "always_invoice";
  if (bills) return billResumption(operation, current, request, anew ? period : null);
  return becomeResumed(operation, current, "active");
}

function periodOnResume(
  operation: Operation,
  subscription: Stripe.Subscription,
  anew: boolean,
): Period {
  const now = operation.now(subscription);
  const [item] = subscription.items.data;
  if (item === undefined) throw new Error(`The subscription ${subscription.id} has no items.`);
  const cadence = cadenceOf(item.price);
  return anew
    ? { start: now, end: boundary(now, cadence, 1) }
    : periodAt(subscription.billing_cycle_anchor, cadence, now);
}

function billResumption(
  operation: Operation,
  subscription: Stripe.Subscription,
  request: ResumeRequest,
  period: Period | null,
): Stripe.Subscription {
  const { objects } = operation;
  const now = operation.now(subscription);
  const triesNow = request.paymentBehavior === "resume_on_payment_success";
  const { invoice, subscription: billed } = billSubscription(operation, subscription, {
    reason: "subscription_update",
    lines: period === null ? [] : periodLines(subscription, period, productNames(operation)),
    period: { start: now, end: now },
    advances: triesNow ? "at_once" : "never",
  });
  const open = finalizeInvoice(operation, invoice);
  if (open.status === "paid") return becomeResumed(operation, billed, "active");
  if (triesNow) collect(operation, open, { automatic: false });
  return objects.get("subscription", subscription.id);
}
