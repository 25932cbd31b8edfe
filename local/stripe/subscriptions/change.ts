import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { billNow } from "../billing/bill-now.ts";
import { boundary } from "../billing/calendar.ts";
import { productNames } from "../billing/product-name.ts";
import type { Proration } from "../billing/proration.ts";
import { periodLines } from "../invoices/period-lines.ts";
import { requireBillable } from "./billable-items.ts";
import type { ItemChange } from "./item-changes.ts";
import { changedItems } from "./item-changes.ts";
import type { ProrationBehavior } from "./prorations.ts";
import { keepProrations, prorationsOf } from "./prorations.ts";
import { changeSubscription } from "./save.ts";
import { cadenceOf, inPeriod, sameCadence } from "./subscription-item.ts";
import { currentPeriod, hasEnded, itemList, withStatus } from "./subscription.ts";
import { isWithinNotice } from "./trial.ts";

export interface ChangeRequest {
  /** Attributes that bill nothing, as they shall stand. */
  readonly attributes?: Partial<Stripe.Subscription>;
  readonly items?: readonly ItemChange[];
  readonly prorationBehavior?: ProrationBehavior | undefined;
  /** Seconds since 1970, inside the current period. */
  readonly prorationDate?: number | undefined;
  readonly trialEnd?: number | "now" | undefined;
  readonly billingCycleAnchor?: "now" | "unchanged" | undefined;
  readonly paymentBehavior?: "allow_incomplete" | "error_if_incomplete" | undefined;
}

/** What a change makes of a subscription, before anything is kept or billed. */
export interface Planned {
  readonly after: Stripe.Subscription;
  readonly prorations: readonly Proration[];
  /** Whether a new period begins, which is billed at once. */
  readonly startsPeriod: boolean;
}

/**
 * Works out a change: a new price or quantity is prorated by the second; another interval, an ended trial or
 * `billing_cycle_anchor=now` begins a new period.
 * @throws StripeApiError 400 for what cannot be changed
 */
export function planChange(
  operation: Operation,
  subscription: Stripe.Subscription,
  request: ChangeRequest,
): Planned {
  const now = operation.now(subscription);
  const items = changedItems(operation, subscription, request.items ?? []);
  const { cadence } = requireBillable(
    items.map(({ price }) => price),
    subscription.items.data.map(({ price }) => price.id),
    subscription.currency,
  );
  const [held] = subscription.items.data;
  const reset =
    request.billingCycleAnchor === "now" ||
    (request.trialEnd === "now" && subscription.status === "trialing") ||
    (held !== undefined && !sameCadence(cadenceOf(held.price), cadence));
  const startsPeriod = reset && (subscription.status !== "trialing" || request.trialEnd === "now");
  const base = { ...subscription, ...request.attributes };
  const at = prorationDate(subscription, request.prorationDate, now);
  const prorates = request.prorationBehavior !== "none";
  if (startsPeriod) {
    const period = { start: now, end: boundary(now, cadence, 1) };
    const after: Stripe.Subscription = {
      ...withStatus(base, subscription.status === "trialing" ? "active" : statusOf(base)),
      billing_cycle_anchor: now,
      items: itemList(
        subscription.id,
        items.map((item) => inPeriod(item, period)),
      ),
      ...(subscription.status === "trialing" ? { trial_end: now } : {}),
    };
    return {
      after,
      startsPeriod,
      prorations: prorates ? prorationsOf(operation, subscription, [], at) : [],
    };
  }
  if (typeof request.trialEnd === "number") {
    return { after: inTrial(base, items, request.trialEnd, now), startsPeriod, prorations: [] };
  }
  return {
    after: { ...base, items: itemList(subscription.id, items) },
    startsPeriod,
    prorations: prorates ? prorationsOf(operation, subscription, items, at) : [],
  };
}

/** Carries a change out. @throws StripeApiError 402, with nothing done, for a decline under `error_if_incomplete` */
export function updateSubscription(
  operation: Operation,
  subscription: Stripe.Subscription,
  request: ChangeRequest,
): Stripe.Subscription {
  requireChangeable(subscription, request);
  const { after, prorations, startsPeriod } = planChange(operation, subscription, request);
  keepProrations(operation, subscription, prorations);
  forgetRemoved(operation, subscription, after);
  const changed = changeSubscription(operation, subscription, after);
  if (request.trialEnd !== undefined && isWithinNotice(changed, operation.now(changed))) {
    operation.emit("customer.subscription.trial_will_end", changed);
  }
  const billsNow =
    startsPeriod || (request.prorationBehavior === "always_invoice" && prorations.length > 0);
  if (!billsNow) return changed;

  const lines = startsPeriod
    ? periodLines(changed, currentPeriod(changed), productNames(operation))
    : [];
  const collection = billNow(operation, changed, "subscription_update", lines);
  const refused = collection?.outcome === "declined" || collection?.outcome === "no_payment_method";
  if (refused && request.paymentBehavior === "error_if_incomplete") throw collection.error;
  return operation.objects.get("subscription", subscription.id);
}

function requireChangeable(subscription: Stripe.Subscription, request: ChangeRequest): void {
  const bills =
    (request.items ?? []).length > 0 ||
    request.trialEnd !== undefined ||
    request.billingCycleAnchor === "now";
  if (hasEnded(subscription)) {
    const allowed = new Set(["cancellation_details", "metadata"]);
    if (bills || Object.keys(request.attributes ?? {}).some((name) => !allowed.has(name))) {
      throw invalidRequest(
        "A canceled subscription can only update its cancellation_details and metadata.",
        undefined,
        "invalid_canceled_subscription_fields",
      );
    }
  }
  if (bills && (subscription.status === "incomplete" || subscription.status === "paused")) {
    throw invalidRequest(
      `This subscription is ${subscription.status}: its items and billing cycle cannot be changed until it is active.`,
    );
  }
}

/**
 * When a change takes effect. A period that was over before anything renewed it has no time left.
 * @throws StripeApiError 400 for a moment asked for outside the current period
 */
function prorationDate(
  subscription: Stripe.Subscription,
  asked: number | undefined,
  now: number,
): number {
  const { start, end } = currentPeriod(subscription);
  if (asked === undefined) return Math.min(now, end);
  if (asked >= start && asked <= end) return asked;
  throw invalidRequest(
    "Cannot specify `proration_date` outside of current period.",
    "proration_date",
  );
}

/** Debts outlive a new period. */
function statusOf({ status }: Stripe.Subscription): "active" | "past_due" | "unpaid" {
  if (status === "past_due") return "past_due";
  return status === "unpaid" ? "unpaid" : "active";
}

/** A trial begun, prolonged or cut: the next period begins when it ends. */
function inTrial(
  subscription: Stripe.Subscription,
  items: readonly Stripe.SubscriptionItem[],
  trialEnd: number,
  now: number,
): Stripe.Subscription {
  if (trialEnd <= now) {
    throw invalidRequest(
      "Invalid timestamp: must be an integer Unix timestamp in the future.",
      "trial_end",
    );
  }
  const period = (item: Stripe.SubscriptionItem) => ({
    start: subscription.status === "trialing" ? item.current_period_start : now,
    end: trialEnd,
  });
  return {
    ...withStatus(subscription, "trialing"),
    billing_cycle_anchor: trialEnd,
    items: itemList(
      subscription.id,
      items.map((item) => inPeriod(item, period(item))),
    ),
    trial_end: trialEnd,
    trial_start: subscription.status === "trialing" ? subscription.trial_start : now,
  };
}

function forgetRemoved(
  { objects }: Operation,
  before: Stripe.Subscription,
  after: Stripe.Subscription,
): void {
  const kept = new Set(after.items.data.map(({ id }) => id));
  for (const { id } of before.items.data) {
    if (!kept.has(id)) objects.remove("subscription_item", id);
  }
}
