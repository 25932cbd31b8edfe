import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { billSubscription } from "../billing/bill-subscription.ts";
import type { Period } from "../billing/calendar.ts";
import { boundary } from "../billing/calendar.ts";
import type { Collection } from "../billing/collect.ts";
import { collect } from "../billing/collect.ts";
import { discountsFrom } from "../billing/discount.ts";
import type { NamedDiscount } from "../billing/promotion-code.ts";
import { holdingEvents } from "../billing/held-events.ts";
import { productNames } from "../billing/product-name.ts";
import { newId } from "../ids.ts";
import { finalizeInvoice } from "../invoices/finalize.ts";
import { periodLines, trialLines } from "../invoices/period-lines.ts";
import { sendInvoice } from "../invoices/send.ts";
import { requireBillable } from "./billable-items.ts";
import { changeSubscription, saveSubscription } from "./save.ts";
import { newItem } from "./subscription-item.ts";
import type { SubscriptionSettings } from "./subscription.ts";
import { DEFAULT_SETTINGS, newSubscription, withStatus } from "./subscription.ts";
import { isWithinNotice } from "./trial.ts";

/** What is asked of a new subscription; every object it names is one of the account's. */
export interface SubscribeRequest {
  readonly customer: Stripe.Customer;
  /** One that every price can be billed in; the first price's own when absent. */
  readonly currency?: string | undefined;
  readonly items: readonly {
    readonly price: Stripe.Price;
    readonly quantity?: number;
    readonly metadata?: Stripe.Metadata;
    /** Of this item alone. */
    readonly discounts?: readonly NamedDiscount[];
  }[];
  readonly settings?: Partial<SubscriptionSettings>;
  readonly discounts?: readonly NamedDiscount[];
  /** Seconds since 1970; null for no trial. */
  readonly trialEnd?: number | null;
  /** `allow_incomplete` when absent. */
  readonly paymentBehavior?: "allow_incomplete" | "default_incomplete" | "error_if_incomplete";
  /**
   * What `customer.subscription.created` shows: the status the first payment led to, as for a request that waits for it;
   * or `incomplete`, followed by an update, as for Checkout.
   */
  readonly announced?: "incomplete" | "settled";
  /** What was tried before the subscription was made, and is to pay its first invoice. */
  readonly firstIntent?: Stripe.PaymentIntent | undefined;
}

export interface Subscribed {
  readonly subscription: Stripe.Subscription;
  readonly invoice: Stripe.Invoice;
  /** How the first payment went; null where none was tried. */
  readonly collection: Collection | null;
}

/**
 * Starts a subscription and bills its first period, or its trial.
 * @throws StripeApiError 400 for prices that cannot be billed together, or without a payment method where one is needed; 402,
 *   with nothing done, when the payment is declined under `error_if_incomplete`
 */
export function subscribe(operation: Operation, request: SubscribeRequest): Subscribed {
  const { holding, held } = holdingEvents(operation);
  const started = start(holding, request);
  const collection = firstPayment(holding, request, started.invoice);
  if (collection?.outcome === "no_payment_method") throw collection.error;
  if (collection?.outcome === "declined" && request.paymentBehavior === "error_if_incomplete") {
    throw collection.error;
  }
  const { objects } = operation;
  const subscription = objects.get("subscription", started.subscription.id);
  const waits =
    request.announced === "incomplete" || request.paymentBehavior === "default_incomplete";
  operation.emit("customer.subscription.created", waits ? started.subscription : subscription);
  for (const { type, object, previous } of held) {
    if (waits || type !== "customer.subscription.updated") operation.emit(type, object, previous);
  }
  if (isWithinNotice(subscription, operation.now(subscription))) {
    operation.emit("customer.subscription.trial_will_end", subscription);
  }
  return { subscription, invoice: objects.get("invoice", started.invoice.id), collection };
}

function start(
  operation: Operation,
  request: SubscribeRequest,
): { subscription: Stripe.Subscription; invoice: Stripe.Invoice } {
  const { customer, items, trialEnd = null } = request;
  const { cadence, currency } = requireBillable(
    items.map(({ price }) => price),
    [],
    request.currency,
  );
  const now = operation.now(customer);
  const id = newId("sub_1");
  const anchor = trialEnd ?? now;
  const period: Period = { start: now, end: trialEnd ?? boundary(anchor, cadence, 1) };
  const place = { customer: customer.id, subscription: id, invoice: null };
  const discounts = discountsFrom(operation, request.discounts ?? [], now, place);
  const asked = { ...DEFAULT_SETTINGS, ...request.settings };
  const settings = {
    ...asked,
    cancelAt: asked.cancelAtPeriodEnd ? period.end : asked.cancelAt,
    discounts: discounts.map((discount) => discount.id),
  };
  const sent = settings.collectionMethod === "send_invoice";
  const created = newSubscription({
    id,
    created: now,
    customer,
    currency,
    items: items.map(({ price, quantity = 1, metadata = {}, discounts: named = [] }) => {
      const item = newId("si_");
      const own = discountsFrom(operation, named, now, { ...place, item });
      return newItem({
        id: item,
        created: now,
        subscription: id,
        price,
        quantity,
        period,
        metadata,
        discounts: own.map((discount) => discount.id),
      });
    }),
    status: trialEnd !== null ? "trialing" : sent ? "active" : "incomplete",
    anchor,
    trialEnd,
    settings,
  });
  operation.change("customer.updated", customer, {
    ...customer,
    currency: customer.currency ?? currency,
  });
  const names = productNames(operation);
  return billSubscription(operation, saveSubscription(operation, created), {
    reason: "subscription_create",
    lines:
      trialEnd === null ? periodLines(created, period, names) : trialLines(created, period, names),
    period: { start: now, end: now },
    advances: "at_once",
  });
}

function firstPayment(
  operation: Operation,
  request: SubscribeRequest,
  draft: Stripe.Invoice,
): Collection | null {
  const open = finalizeInvoice(operation, draft, request.firstIntent);
  if (open.status === "paid") {
    activate(operation, open);
    return null;
  }
  if (open.collection_method === "send_invoice") {
    sendInvoice(operation, open);
    return null;
  }
  if (request.paymentBehavior === "default_incomplete") return null;
  return collect(operation, open, { automatic: false });
}

/** Nothing was due, so nothing is waited for. */
function activate(operation: Operation, { parent }: Stripe.Invoice): void {
  const id = parent?.subscription_details?.subscription;
  const subscription =
    typeof id === "string" ? operation.objects.find("subscription", id) : undefined;
  if (subscription?.status !== "incomplete") return;
  changeSubscription(operation, subscription, withStatus(subscription, "active"));
}
