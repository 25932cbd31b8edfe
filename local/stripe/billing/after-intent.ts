import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { payAttached } from "../invoices/attach-payment.ts";
import { openPayment } from "../invoice_payments/open-payment.ts";
import { idOf } from "../store/reference.ts";
import { afterProcessing } from "../subscriptions/after-payment.ts";
import { beginsWith, declined, intentPaid, refusedLater } from "./collect.ts";

/**
 * What a PaymentIntent that billing did not confirm itself does to the invoice it pays for: one confirmed through the API, as
 * after `default_incomplete`, or one whose bank answered later. One without an invoice does nothing.
 */
export function afterIntent(operation: Operation, intent: Stripe.PaymentIntent): void {
  if (intent.status === "succeeded") payAttached(operation, intent);
  const invoice = invoiceOf(operation, intent);
  if (invoice === undefined) return;
  if (intent.status === "processing") {
    afterProcessing(operation, invoice);
  } else if (intent.status === "succeeded") {
    intentPaid(operation, invoice, idOf(intent.payment_method), { automatic: false });
  } else if (intent.status === "requires_payment_method" && intent.last_payment_error !== null) {
    // Where nothing was scheduled beside it, this was the schedule's attempt; an e-mailed invoice has no schedule.
    const automatic =
      invoice.collection_method === "charge_automatically" &&
      invoice.next_payment_attempt === null &&
      !beginsWith(operation, invoice);
    if (automatic && invoice.attempt_count > 0) refusedLater(operation, invoice);
    else declined(operation, invoice, automatic);
  }
}

/** There are indexes by customer and by invoice. */
function invoiceOf(operation: Operation, intent: Stripe.PaymentIntent): Stripe.Invoice | undefined {
  const customer = idOf(intent.customer);
  if (customer === null) return undefined;
  return operation.objects
    .all("invoice", { customer })
    .filter(({ status }) => status === "open" || status === "uncollectible")
    .find((invoice) => openPayment(operation, invoice)?.intent.id === intent.id);
}
