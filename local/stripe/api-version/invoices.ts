import type { ObjectStore } from "../store/object-store.ts";
import { planOf } from "../subscriptions/subscription-item.ts";
import { BASIL } from "./dates.ts";
import { olderPlan, olderPrice } from "./prices.ts";
import type { Json } from "./render.ts";
import { firstDiscount, hashOf, listOf } from "./subscriptions.ts";

/**
 * Before 2025-03-31.basil an invoice named its subscription, PaymentIntent and charge itself, summed its tax, and said
 * `paid` in a word of its own.
 */
export function olderInvoice(invoice: Json, date: string, objects: ObjectStore): Json {
  if (date >= BASIL) return invoice;
  const { parent, total_taxes: taxes, ...rest } = invoice;
  const details = hashOf(hashOf(parent)["subscription_details"]);
  const taxAmounts = listOf(taxes);
  return {
    ...rest,
    application_fee_amount: null,
    discount: firstDiscount(invoice["discounts"], date, objects),
    paid: invoice["status"] === "paid",
    paid_out_of_band: Number(invoice["amount_paid_off_stripe"] ?? 0) > 0,
    quote: null,
    subscription: details["subscription"] ?? null,
    subscription_details: { metadata: details["metadata"] ?? null },
    tax: taxAmounts.length === 0 ? null : sumOf(taxAmounts),
    total_tax_amounts: taxAmounts,
    transfer_data: null,
    ...paymentOf(invoice["id"], objects),
  };
}

/** Before 2025-03-31.basil a line held its whole price, and said itself what it comes from. */
export function olderInvoiceLine(line: Json, date: string, objects: ObjectStore): Json {
  if (date >= BASIL) return line;
  const { parent, pricing, taxes, ...rest } = line;
  const priceId = hashOf(hashOf(pricing)["price_details"])["price"];
  const fromItem = hashOf(parent)["type"] === "subscription_item_details";
  const details = hashOf(
    hashOf(parent)[fromItem ? "subscription_item_details" : "invoice_item_details"],
  );
  // A part of a period is an invoice item of its own, also where it is of a subscription's item.
  const invoiceItem = details["invoice_item"] ?? null;
  const price = typeof priceId === "string" ? objects.find("price", priceId) : undefined;
  const amount = Number(line["amount"]) - sumOf(listOf(taxes).filter(isInclusive));
  return {
    ...rest,
    amount_excluding_tax: amount,
    unit_amount_excluding_tax: String(amount / Number(line["quantity"] ?? 1)),
    price: price === undefined ? null : olderPrice({ ...price }, date),
    plan: price?.recurring ? olderPlan({ ...planOf(price) }, date) : null,
    proration: details["proration"] ?? false,
    proration_details: details["proration_details"] ?? { credited_items: null },
    subscription: details["subscription"] ?? null,
    ...(fromItem ? { subscription_item: details["subscription_item"] } : {}),
    ...(invoiceItem === null ? {} : { invoice_item: invoiceItem }),
    tax_amounts: listOf(taxes),
    tax_rates: [],
    type: invoiceItem === null ? "subscription" : "invoiceitem",
  };
}

function paymentOf(invoice: unknown, objects: ObjectStore): Json {
  const [payment] = typeof invoice === "string" ? objects.all("invoice_payment", { invoice }) : [];
  const named = payment?.payment.payment_intent;
  const intent = typeof named === "string" ? objects.find("payment_intent", named) : undefined;
  return { payment_intent: intent?.id ?? null, charge: intent?.latest_charge ?? null };
}

function isInclusive(tax: Json): boolean {
  return tax["tax_behavior"] === "inclusive";
}

function sumOf(amounts: readonly Json[]): number {
  return amounts.reduce((sum, { amount }) => sum + Number(amount), 0);
}
