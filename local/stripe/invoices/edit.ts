import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import type { DiscountReferences } from "../billing/discount.ts";
import { appliedDiscounts } from "../billing/discount.ts";
import { idOf } from "../store/reference.ts";
import { lineOf } from "../invoice_items/invoice-item.ts";
import { withLines } from "./totals.ts";

/** A draft with an item more. @throws StripeApiError 400 for an invoice that is no draft, or of another currency */
export function withItem(
  operation: Operation,
  invoice: Stripe.Invoice,
  item: Stripe.InvoiceItem,
): Stripe.Invoice {
  if (item.currency !== invoice.currency) {
    throw invalidRequest(
      `The invoice is in ${invoice.currency}, so an item in ${item.currency} cannot be on it.`,
      "currency",
    );
  }
  return reprice(operation, invoice, [...invoice.lines.data, lineOf(item)]);
}

/** The draft an item is on, if any, without it. @throws StripeApiError 400 when the invoice is no draft any more */
export function withoutItem(operation: Operation, item: Stripe.InvoiceItem): void {
  const invoice = operation.objects.find("invoice", idOf(item.invoice) ?? "");
  if (invoice === undefined) return;
  reprice(
    operation,
    invoice,
    invoice.lines.data.filter((line) => itemOf(line) !== item.id),
  );
}

/** The amounts of a draft that has other lines or discounts now. */
export function reprice(
  operation: Operation,
  invoice: Stripe.Invoice,
  lines: readonly Stripe.InvoiceLineItem[],
): Stripe.Invoice {
  requireDraft(invoice);
  const customer = operation.objects.find("customer", idOf(invoice.customer) ?? "");
  const running = (named: DiscountReferences) =>
    appliedDiscounts(operation, named, invoice.created);
  const priced = withLines(invoice, lines, running, customer?.balance ?? 0);
  return operation.change("invoice.updated", invoice, priced);
}

/** @throws StripeApiError 400 for an invoice that is no draft any more; what was on it waits for the next again */
export function deleteDraft(operation: Operation, invoice: Stripe.Invoice): void {
  const { objects } = operation;
  requireDraft(invoice);
  for (const item of objects.all("invoiceitem", { invoice: invoice.id })) {
    objects.save({ ...item, invoice: null });
  }
  objects.remove("invoice", invoice.id);
  operation.emit("invoice.deleted", invoice);
}

export function requireDraft(invoice: Stripe.Invoice): void {
  if (invoice.status === "draft") return;
  throw invalidRequest("Finalized invoices can't be edited.", undefined, "invoice_not_editable");
}

/** The invoice item a line was made of. */
export function itemOf({ parent }: Stripe.InvoiceLineItem): string | null {
  return (
    parent?.invoice_item_details?.invoice_item ??
    parent?.subscription_item_details?.invoice_item ??
    null
  );
}
