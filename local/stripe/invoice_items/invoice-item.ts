import type Stripe from "stripe";
import type { Period } from "../billing/calendar.ts";
import type { Proration } from "../billing/proration.ts";
import { newId } from "../ids.ts";
import { newLine, ofSubscriptionItem, pricingOf } from "../invoices/line-item.ts";
import { wireDecimal } from "../store/stripe-objects.ts";

export interface NewInvoiceItem {
  /** Seconds since 1970. */
  readonly date: number;
  readonly customer: Stripe.Customer;
  readonly amount: number;
  readonly currency: string;
  readonly description: string | null;
  readonly price: Stripe.Price | null;
  readonly quantity: number;
  readonly period: Period;
  readonly invoice: string | null;
  readonly subscription: string | null;
  readonly subscriptionItem: string | null;
  readonly proration: boolean;
  readonly discountable: boolean;
  readonly metadata: Stripe.Metadata;
}

export function newInvoiceItem(asked: NewInvoiceItem): Stripe.InvoiceItem {
  return {
    id: newId("ii_1"),
    object: "invoiceitem",
    amount: asked.amount,
    currency: asked.currency,
    customer: asked.customer.id,
    customer_account: null,
    date: asked.date,
    description: asked.description,
    discountable: asked.discountable,
    discounts: [],
    frozen_fields: [],
    invoice: asked.invoice,
    invoicing_rules: [],
    livemode: false,
    metadata: asked.metadata,
    net_amount: asked.amount,
    parent:
      asked.subscription === null
        ? null
        : {
            subscription_details: {
              subscription: asked.subscription,
              ...(asked.subscriptionItem === null
                ? {}
                : { subscription_item: asked.subscriptionItem }),
            },
            type: "subscription_details",
          },
    period: { start: asked.period.start, end: asked.period.end },
    pricing: asked.price === null ? null : pricingOf(asked.price),
    proration: asked.proration,
    ...(asked.proration
      ? { proration_details: { credited_items: null, discount_amounts: [] } }
      : {}),
    quantity: asked.quantity,
    quantity_decimal: wireDecimal(String(asked.quantity)),
    tax_rates: [],
    test_clock: asked.customer.test_clock ?? null,
  } satisfies Stripe.InvoiceItem;
}

/** A proration as it waits for the subscription's next invoice. Its amount is what the customer pays, so no discount comes off again. */
export function prorationItem(
  proration: Proration,
  customer: Stripe.Customer,
  date: number,
): Stripe.InvoiceItem {
  const { item } = proration;
  return newInvoiceItem({
    date,
    customer,
    amount: proration.amount,
    currency: proration.currency,
    description: proration.description,
    price: item.price,
    quantity: item.quantity ?? 1,
    period: proration.period,
    invoice: null,
    subscription: item.subscription,
    subscriptionItem: item.id,
    proration: true,
    discountable: false,
    metadata: {},
  });
}

/** The line an item becomes on an invoice. */
export function lineOf(item: Stripe.InvoiceItem): Stripe.InvoiceLineItem {
  const details = item.parent?.subscription_details ?? null;
  const line = newLine({
    amount: item.amount,
    currency: item.currency,
    description: item.description,
    period: item.period,
    quantity: item.quantity,
    price: null,
    parent: parentOf(item, details),
    subscription: details?.subscription ?? null,
    metadata: { ...item.metadata },
    discountable: item.discountable,
  });
  return { ...line, pricing: item.pricing };
}

function parentOf(
  item: Stripe.InvoiceItem,
  details: Stripe.InvoiceItem.Parent.SubscriptionDetails | null,
): Stripe.InvoiceLineItem.Parent {
  if (details?.subscription_item !== undefined) {
    return ofSubscriptionItem(
      { id: details.subscription_item, subscription: details.subscription },
      item.proration,
      item.id,
    );
  }
  return {
    invoice_item_details: {
      invoice_item: item.id,
      proration: item.proration,
      proration_details: null,
      subscription: details?.subscription ?? null,
    },
    subscription_item_details: null,
    type: "invoice_item_details",
  };
}
