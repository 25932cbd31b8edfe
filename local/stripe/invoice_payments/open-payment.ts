import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { idOf } from "../store/reference.ts";

/** The payment an open invoice was finalized with and waits for, with its PaymentIntent. */
export function openPayment(
  { objects }: Pick<Operation, "objects">,
  invoice: Stripe.Invoice,
): { payment: Stripe.InvoicePayment; intent: Stripe.PaymentIntent } | undefined {
  const [payment] = objects.all("invoice_payment", {
    invoice: invoice.id,
    status: "open",
    is_default: true,
  });
  const intent = objects.find("payment_intent", idOf(payment?.payment.payment_intent) ?? "");
  return payment === undefined || intent === undefined ? undefined : { payment, intent };
}
