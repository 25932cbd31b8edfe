import type Stripe from "stripe";
import type { z } from "zod";
import { withMetadata } from "../api/metadata.ts";
import type { Operation } from "../api/operation.ts";
import { idOf } from "../store/reference.ts";
import type { updateParameters } from "./create.ts";
import { couponDiscounts } from "./create.ts";
import { reprice, requireDraft } from "./edit.ts";
import { DRAFT_FOR } from "./invoice.ts";

/** After an invoice is finalized these may still change. */
const ALWAYS = new Set(["auto_advance", "default_payment_method", "metadata"]);

/** @throws StripeApiError 400 for a finalized invoice, but for its metadata and how it is collected */
export function updateInvoice(
  operation: Operation,
  invoice: Stripe.Invoice,
  parameters: z.output<typeof updateParameters>,
): Stripe.Invoice {
  const {
    metadata,
    discounts,
    auto_advance: advances,
    days_until_due: days,
    ...plain
  } = parameters;
  const named = Object.entries(parameters).filter(([, value]) => value !== undefined);
  if (named.some(([name]) => !ALWAYS.has(name))) requireDraft(invoice);
  const set = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const changed = operation.change("invoice.updated", invoice, {
    ...invoice,
    ...set,
    metadata: withMetadata(invoice.metadata, metadata),
    ...(days === undefined ? {} : { due_date: invoice.created + days * 86_400 }),
    ...(advances === undefined ? {} : advancing(operation, invoice, advances)),
  });
  if (discounts === undefined) return changed;
  const ids = couponDiscounts(operation, idOf(invoice.customer) ?? "", discounts ?? []);
  return reprice(operation, { ...changed, discounts: ids }, changed.lines.data);
}

function advancing(
  operation: Operation,
  invoice: Stripe.Invoice,
  advances: boolean,
): Partial<Stripe.Invoice> {
  if (!advances) {
    return { auto_advance: false, automatically_finalizes_at: null, next_payment_attempt: null };
  }
  const at = operation.now(invoice) + DRAFT_FOR;
  const charged = invoice.collection_method === "charge_automatically";
  return {
    auto_advance: true,
    automatically_finalizes_at: invoice.status === "draft" ? at : null,
    next_payment_attempt: charged ? at : null,
  };
}
