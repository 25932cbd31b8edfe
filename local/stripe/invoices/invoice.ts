import type Stripe from "stripe";
import { newId } from "../ids.ts";

export interface NewInvoice {
  /** Seconds since 1970. */
  readonly created: number;
  readonly customer: Stripe.Customer;
  readonly currency: string;
  readonly billingReason:
    "manual" | "subscription_create" | "subscription_cycle" | "subscription_update" | "upcoming";
  readonly collectionMethod: Stripe.Invoice.CollectionMethod;
  readonly daysUntilDue: number | null;
  /** Whether it is finalized by itself: at once, when its hour as a draft is over, or never. */
  readonly advances: "at_once" | "after_an_hour" | "never";
  /** The subscription with its metadata as they stand; null for an invoice made by hand. */
  readonly subscription: Stripe.Subscription | null;
  readonly period: { readonly start: number; readonly end: number };
  readonly description: string | null;
  readonly metadata: Stripe.Metadata;
}

/** An hour: how long a draft of the engine's own stays open for changes. */
export const DRAFT_FOR = 3600;

const DAY = 86_400;

/** A draft without lines. */
export function newInvoice(asked: NewInvoice): Stripe.Invoice {
  const { created, customer, subscription } = asked;
  const sent = asked.collectionMethod === "send_invoice";
  const finalizesAt = asked.advances === "after_an_hour" ? created + DRAFT_FOR : null;
  return {
    id: newId("in_1"),
    object: "invoice",
    account_country: "US",
    account_name: "Local Stripe",
    account_tax_ids: null,
    amount_due: 0,
    amount_overpaid: 0,
    amount_paid: 0,
    amount_paid_off_stripe: 0,
    amount_remaining: 0,
    amount_shipping: 0,
    application: null,
    attempt_count: 0,
    attempted: false,
    auto_advance: asked.advances !== "never",
    automatic_tax: {
      disabled_reason: null,
      enabled: false,
      liability: null,
      provider: null,
      status: null,
    },
    automatically_finalizes_at: finalizesAt,
    billing_reason: asked.billingReason,
    collection_method: asked.collectionMethod,
    created,
    currency: asked.currency,
    custom_fields: null,
    customer: customer.id,
    customer_account: null,
    customer_address: customer.address ?? null,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    customer_shipping: null,
    customer_tax_exempt: "none",
    customer_tax_ids: [],
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: asked.description,
    discounts: [],
    due_date: sent ? created + (asked.daysUntilDue ?? 30) * DAY : null,
    effective_at: null,
    ending_balance: null,
    footer: null,
    from_invoice: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    issuer: { type: "self" },
    last_finalization_error: null,
    latest_revision: null,
    lines: { object: "list", data: [], has_more: false, url: "" },
    livemode: false,
    metadata: asked.metadata,
    next_payment_attempt: sent ? null : finalizesAt,
    number: null,
    on_behalf_of: null,
    parent: subscription === null ? null : subscriptionParent(subscription),
    payment_settings: {
      default_mandate: null,
      payment_method_options: null,
      payment_method_types: null,
    },
    period_end: asked.period.end,
    period_start: asked.period.start,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: 0,
    statement_descriptor: null,
    status: "draft",
    status_transitions: {
      finalized_at: null,
      marked_uncollectible_at: null,
      paid_at: null,
      voided_at: null,
    },
    subtotal: 0,
    subtotal_excluding_tax: 0,
    test_clock: customer.test_clock ?? null,
    total: 0,
    total_discount_amounts: [],
    total_excluding_tax: 0,
    total_pretax_credit_amounts: [],
    total_taxes: [],
    webhooks_delivered_at: created,
  } satisfies Stripe.Invoice;
}

function subscriptionParent(subscription: Stripe.Subscription): Stripe.Invoice.Parent {
  return {
    quote_details: null,
    subscription_details: { metadata: { ...subscription.metadata }, subscription: subscription.id },
    type: "subscription_details",
  };
}

/** The id of the subscription an invoice bills. */
export function subscriptionOf(invoice: Stripe.Invoice): string | null {
  const subscription = invoice.parent?.subscription_details?.subscription;
  return typeof subscription === "object" ? subscription.id : (subscription ?? null);
}

/** Where an invoice's page and document are. @param pagesAt `http://host:port` */
export function hostedPages(
  invoice: Stripe.Invoice,
  pagesAt: string,
): Pick<Stripe.Invoice, "hosted_invoice_url" | "invoice_pdf"> {
  const page = `${pagesAt}/i/${invoice.id}`;
  return { hosted_invoice_url: page, invoice_pdf: `${page}/pdf` };
}
