import { isJsonObject, listData, type JsonObject } from "../json.ts";
import { lineInCurrentShape } from "./invoice-line.ts";

/**
 * 2025-03-31.basil moved what an invoice comes from into `parent`, its taxes into `total_taxes`, the terms of its lines into
 * `pricing` and `parent`, and its PaymentIntent into `payments`. https://docs.stripe.com/changelog/basil
 */
export function invoiceInCurrentShape(raw: JsonObject): JsonObject {
  return {
    ...raw,
    ...parentIn(raw),
    ...taxesIn(raw),
    ...linesIn(raw),
    ...paymentsIn(raw),
    ...offStripeIn(raw),
  };
}

function parentIn(raw: JsonObject): JsonObject {
  const { parent, subscription, subscription_details: details } = raw;
  if (parent !== undefined || subscription === undefined) return {};
  if (typeof subscription !== "string" && !isJsonObject(subscription)) return { parent: null };
  const metadata = isJsonObject(details) ? details["metadata"] : undefined;
  return { parent: { subscription_details: { subscription, metadata } } };
}

function taxesIn({ total_taxes: taxes, total_tax_amounts: amounts, tax }: JsonObject): JsonObject {
  if (taxes !== undefined) return {};
  if (Array.isArray(amounts)) return { total_taxes: amounts };
  if (tax === undefined) return {};
  return { total_taxes: tax === null ? [] : [{ amount: tax }] };
}

function linesIn({ lines }: JsonObject): JsonObject {
  const data = listData(lines);
  if (!isJsonObject(lines) || data === undefined) return {};
  return { lines: { ...lines, data: data.map(lineInCurrentShape) } };
}

function paymentsIn({ payments, payment_intent: intent }: JsonObject): JsonObject {
  if (payments !== undefined || intent === undefined || intent === null) return {};
  return { payments: { data: [{ payment: { payment_intent: intent } }] } };
}

/** What somebody marked as paid outside Stripe was, before 2025-03-31.basil, all of the invoice. */
function offStripeIn(raw: JsonObject): JsonObject {
  const { amount_paid_off_stripe: amount, paid_out_of_band: outOfBand, amount_paid: paid } = raw;
  return amount === undefined && outOfBand === true ? { amount_paid_off_stripe: paid } : {};
}
