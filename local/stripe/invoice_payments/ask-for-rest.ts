import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { canceled } from "../payment_intents/payment-intent.ts";
import { canceledPayment } from "./invoice-payment.ts";
import { openPayment } from "./open-payment.ts";

/** Lets the payment an invoice was finalized with ask for what is left to pay, and for nothing where nothing is. */
export function askForRest(operation: Operation, invoice: Stripe.Invoice): void {
  const waiting = openPayment(operation, invoice);
  if (waiting === undefined) return;
  if (invoice.amount_remaining === 0) {
    cancelOpenPayment(operation, invoice);
    return;
  }
  const amount = invoice.amount_remaining;
  operation.objects.save({ ...waiting.payment, amount_requested: amount });
  operation.objects.save({ ...waiting.intent, amount });
}

/** Nobody is to pay by it any more. */
export function cancelOpenPayment(operation: Operation, invoice: Stripe.Invoice): void {
  const waiting = openPayment(operation, invoice);
  if (waiting === undefined) return;
  const now = operation.now(invoice);
  operation.objects.save(canceledPayment(waiting.payment, now));
  operation.add("payment_intent.canceled", canceled(waiting.intent, now, "void_invoice"));
}
