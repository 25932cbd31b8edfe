import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";

/** The customer gets the invoice by email, as far as Stripe tells: nothing leaves this machine. */
export function sendInvoice(operation: Operation, invoice: Stripe.Invoice): Stripe.Invoice {
  operation.emit("invoice.sent", invoice);
  return invoice;
}
