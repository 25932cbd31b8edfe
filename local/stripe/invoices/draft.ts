import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import type { DiscountReferences } from "../billing/discount.ts";
import { appliedDiscounts } from "../billing/discount.ts";
import { lineOf } from "../invoice_items/invoice-item.ts";
import { idOf } from "../store/reference.ts";
import type { NewInvoice } from "./invoice.ts";
import { newInvoice } from "./invoice.ts";
import { withLines } from "./totals.ts";

export interface Draft extends Omit<NewInvoice, "created" | "subscription"> {
  readonly subscription: Stripe.Subscription | null;
  readonly lines: readonly Stripe.InvoiceLineItem[];
  /** Items of the customer that wait for an invoice and now get on this one. */
  readonly pending: readonly Stripe.InvoiceItem[];
  readonly discounts: DiscountReferences;
}

/** A draft with its lines and amounts, not kept: also what a preview shows. */
export function drafted(operation: Operation, draft: Draft): Stripe.Invoice {
  const created = operation.now(draft.customer);
  return withLines(
    {
      ...newInvoice({ ...draft, created }),
      discounts: draft.discounts.flatMap((each) => idOf(each) ?? []),
    },
    [...draft.pending.map(lineOf), ...draft.lines],
    (named) => appliedDiscounts(operation, named, created),
    draft.customer.balance,
  );
}

/** Keeps a new draft, with the pending items it takes up. */
export function draftInvoice(operation: Operation, draft: Draft): Stripe.Invoice {
  const invoice = drafted(operation, draft);
  for (const item of draft.pending) operation.objects.save({ ...item, invoice: invoice.id });
  return operation.add("invoice.created", invoice);
}

/** What waits for the next invoice of a subscription, or of the customer alone. */
export function pendingItems(
  { objects }: Operation,
  customer: string,
  subscription: string | null,
): Stripe.InvoiceItem[] {
  return objects
    .all("invoiceitem", { customer, invoice: null })
    .filter(({ parent }) => {
      const of = parent?.subscription_details?.subscription ?? null;
      return of === null || of === subscription;
    })
    .reverse();
}
