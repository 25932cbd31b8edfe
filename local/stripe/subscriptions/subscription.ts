import type Stripe from "stripe";

export interface NewSubscription {
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  readonly customer: Stripe.Customer;
  readonly currency: string;
  readonly items: readonly Stripe.SubscriptionItem[];
  readonly status: Stripe.Subscription.Status;
  readonly anchor: number;
  readonly trialEnd: number | null;
  readonly settings: SubscriptionSettings;
}

/** What a request can set, at creation or later, without billing anything. */
export interface SubscriptionSettings {
  readonly cancelAt: number | null;
  readonly cancelAtPeriodEnd: boolean;
  readonly collectionMethod: "charge_automatically" | "send_invoice";
  readonly daysUntilDue: number | null;
  readonly defaultPaymentMethod: string | null;
  readonly description: string | null;
  readonly discounts: readonly string[];
  readonly metadata: Stripe.Metadata;
  readonly paymentMethodTypes: readonly string[] | null;
  readonly saveDefaultPaymentMethod: "off" | "on_subscription";
  readonly missingPaymentMethod: "cancel" | "create_invoice" | "pause";
}

/** What holds where a request says nothing. */
export const DEFAULT_SETTINGS: SubscriptionSettings = {
  cancelAt: null,
  cancelAtPeriodEnd: false,
  collectionMethod: "charge_automatically",
  daysUntilDue: null,
  defaultPaymentMethod: null,
  description: null,
  discounts: [],
  metadata: {},
  paymentMethodTypes: null,
  saveDefaultPaymentMethod: "off",
  missingPaymentMethod: "create_invoice",
};

export function newSubscription(asked: NewSubscription): Stripe.Subscription {
  const { id, created, customer, settings } = asked;
  return {
    id,
    object: "subscription",
    application: null,
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: asked.anchor,
    billing_cycle_anchor_config: null,
    billing_mode: { flexible: { proration_discounts: "included" }, type: "flexible" },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: settings.cancelAt,
    cancel_at_period_end: settings.cancelAtPeriodEnd,
    canceled_at: null,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
    collection_method: settings.collectionMethod,
    created,
    currency: asked.currency,
    customer: customer.id,
    customer_account: null,
    days_until_due: settings.daysUntilDue,
    default_payment_method: settings.defaultPaymentMethod,
    default_source: null,
    default_tax_rates: [],
    description: settings.description,
    discounts: [...settings.discounts],
    ended_at: null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: "self" },
    },
    items: itemList(id, asked.items),
    latest_invoice: null,
    livemode: false,
    managed_payments: { enabled: false },
    metadata: settings.metadata,
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: null,
    payment_settings: {
      payment_method_options: null,
      payment_method_types:
        settings.paymentMethodTypes === null ? null : [...settings.paymentMethodTypes],
      save_default_payment_method: settings.saveDefaultPaymentMethod,
    },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: null,
    start_date: created,
    status: asked.status,
    test_clock: customer.test_clock ?? null,
    transfer_data: null,
    trial_end: asked.trialEnd,
    trial_settings: {
      end_behavior: {
        billing_cycle_anchor: null,
        missing_payment_method: settings.missingPaymentMethod,
      },
    },
    trial_start: asked.trialEnd === null ? null : created,
  } satisfies Stripe.Subscription;
}

export function itemList(
  subscription: string,
  items: readonly Stripe.SubscriptionItem[],
): Stripe.ApiList<Stripe.SubscriptionItem> & { total_count: number } {
  return {
    object: "list",
    data: [...items],
    has_more: false,
    total_count: items.length,
    url: `/v1/subscription_items?subscription=${subscription}`,
  };
}

/** All items of a subscription share one cadence, so they share one period. */
export function currentPeriod(subscription: Stripe.Subscription): { start: number; end: number } {
  const [item] = subscription.items.data;
  if (item === undefined) throw new Error(`The subscription ${subscription.id} has no items.`);
  return { start: item.current_period_start, end: item.current_period_end };
}

/** Nothing happens to these any more. */
export function hasEnded({ status }: Stripe.Subscription): boolean {
  return status === "canceled" || status === "incomplete_expired";
}

/**
 * Ended for good, at once.
 * @param cancellation why, and in the customer's words
 */
export function canceled(
  subscription: Stripe.Subscription,
  now: number,
  cancellation: Partial<Stripe.Subscription.CancellationDetails>,
): Stripe.Subscription {
  return {
    ...subscription,
    cancel_at_period_end: false,
    canceled_at: subscription.canceled_at ?? now,
    cancellation_details: {
      comment: null,
      feedback: null,
      feedback_option: null,
      reason: "cancellation_requested",
      ...withoutNulls(subscription.cancellation_details),
      ...cancellation,
    },
    ended_at: now,
    status: "canceled",
  };
}

function withoutNulls(
  details: Stripe.Subscription.CancellationDetails | null,
): Partial<Stripe.Subscription.CancellationDetails> {
  return Object.fromEntries(Object.entries(details ?? {}).filter(([, value]) => value !== null));
}

export function paused(
  subscription: Stripe.Subscription,
  now: number,
  type: "final_payment_failure" | "pause_requested" | "trial_end_without_payment_method",
): Stripe.Subscription {
  return {
    ...subscription,
    status: "paused",
    status_details: {
      paused: { subscription: { type }, transitioned_at: now, type: "subscription" },
    },
  };
}

export function withStatus(
  subscription: Stripe.Subscription,
  status: "active" | "incomplete_expired" | "past_due" | "trialing" | "unpaid",
): Stripe.Subscription {
  const rest = { ...subscription };
  delete rest.status_details;
  return { ...rest, status };
}
