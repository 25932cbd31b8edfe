import type Stripe from "stripe";
import { unitAmount } from "../billing/amount-of.ts";
import { wireDecimal } from "../store/stripe-objects.ts";
import type { Period } from "../billing/calendar.ts";
import { newId } from "../ids.ts";

export interface NewLine {
  /** In the currency's smallest unit; negative for a credit. */
  readonly amount: number;
  readonly currency: string;
  readonly description: string | null;
  readonly period: Period;
  readonly quantity: number | null;
  /** Null for an amount without a price. */
  readonly price: Stripe.Price | null;
  readonly parent: Stripe.InvoiceLineItem.Parent;
  readonly subscription: string | null;
  readonly metadata: Stripe.Metadata;
  readonly discountable: boolean;
  /** Of the line alone, by id. */
  readonly discounts?: readonly string[];
}

/** A line as it stands on a draft, before discounts. */
export function newLine(line: NewLine): Stripe.InvoiceLineItem {
  return {
    id: newId("il_1"),
    object: "line_item",
    amount: line.amount,
    currency: line.currency,
    description: line.description,
    discount_amounts: [],
    discountable: line.discountable,
    discounts: [...(line.discounts ?? [])],
    invoice: null,
    livemode: false,
    metadata: line.metadata,
    parent: line.parent,
    period: { start: line.period.start, end: line.period.end },
    pretax_credit_amounts: [],
    pricing: line.price === null ? null : pricingOf(line.price),
    quantity: line.quantity,
    quantity_decimal: line.quantity === null ? null : wireDecimal(String(line.quantity)),
    subscription: line.subscription,
    subtotal: line.amount,
    taxes: [],
  } satisfies Stripe.InvoiceLineItem;
}

export function pricingOf(price: Stripe.Price): Stripe.InvoiceLineItem.Pricing {
  return {
    price_details: {
      price: price.id,
      product: typeof price.product === "string" ? price.product : price.product.id,
    },
    type: "price_details",
    unit_amount_decimal: wireDecimal(unitAmount(price)),
  };
}

/** A line that bills an item of a subscription, for a whole period or for part of one. */
export function ofSubscriptionItem(
  item: { readonly id: string; readonly subscription: string },
  proration: boolean,
  invoiceItem: string | null = null,
): Stripe.InvoiceLineItem.Parent {
  return {
    invoice_item_details: null,
    subscription_item_details: {
      invoice_item: invoiceItem,
      proration,
      proration_details: proration ? { credited_items: null } : null,
      subscription: item.subscription,
      subscription_item: item.id,
    },
    type: "subscription_item_details",
  };
}
