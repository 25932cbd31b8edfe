import { isJsonObject, listData, type JsonObject } from "../json.ts";
import { lineInCurrentShape } from "./invoice-line.ts";

/**
 * 2025-03-31.basil moved what an invoice comes from into `parent`, its taxes into `total_taxes`, the terms of its lines into
 * `pricing` and `parent`, and its PaymentIntent into `payments`. https://docs.stripe.com/changelog/basil
 */
export function invoiceInCurrentShape(raw: JsonObject): JsonObject {
  return { ...raw, ...parentIn(raw), ...taxesIn(raw), ...linesIn(raw), ...paymentsIn(raw) };
}

function parentIn(raw: JsonObject): JsonObject {
  const { parent, subscription, quote, subscription_details: details } = raw;
  if (parent !== undefined || (subscription === undefined && quote === undefined)) return {};
  if (typeof subscription === "string" || isJsonObject(subscription)) {
    const metadata = isJsonObject(details) ? details["metadata"] : undefined;
    return {
      parent: { type: "subscription_details", subscription_details: { subscription, metadata } },
    };
  }
  const ofQuote = typeof quote === "string" || isJsonObject(quote);
  return { parent: ofQuote ? { type: "quote_details" } : null };
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
  return { payments: { data: [{ payment: { type: "payment_intent", payment_intent: intent } }] } };
}
