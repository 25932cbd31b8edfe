import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { finalizeInvoice } from "../invoices/finalize.ts";
import type { NewInvoice } from "../invoices/invoice.ts";
import { sendInvoice } from "../invoices/send.ts";
import { billSubscription } from "./bill-subscription.ts";
import type { Collection } from "./collect.ts";
import { collect } from "./collect.ts";

/**
 * Invoices a subscription at once for what waits and for these lines, and collects.
 * @returns how the payment went; null where none was tried
 */
export function billNow(
  operation: Operation,
  subscription: Stripe.Subscription,
  reason: NewInvoice["billingReason"],
  lines: readonly Stripe.InvoiceLineItem[],
): Collection | null {
  const now = operation.now(subscription);
  const { invoice } = billSubscription(operation, subscription, {
    reason,
    lines,
    period: { start: now, end: now },
    advances: "at_once",
  });
  return finalizeAndCollect(operation, invoice, false);
}

/** What becomes of a draft whose time has come. */
export function finalizeAndCollect(
  operation: Operation,
  draft: Stripe.Invoice,
  automatic: boolean,
): Collection | null {
  const open = finalizeInvoice(operation, draft);
  if (open.status !== "open") return null;
  if (open.collection_method === "send_invoice") {
    sendInvoice(operation, open);
    return null;
  }
  return collect(operation, open, { automatic });
}
