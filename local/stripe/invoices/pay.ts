import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { invalidRequest, keepingEffects } from "../api/stripe-error.ts";
import { collect, settle } from "../billing/collect.ts";
import { idOf } from "../store/reference.ts";
import { cancelOpenPayment } from "../invoice_payments/ask-for-rest.ts";
import { attach, usePaymentMethod } from "../payment_methods/use-payment-method.ts";
import { afterPaid } from "../subscriptions/after-payment.ts";
import { finalizeInvoice } from "./finalize.ts";
import { requireStatus } from "./require-status.ts";

export interface PayRequest {
  readonly paidOutOfBand: boolean;
  /** Another than the default. */
  readonly paymentMethod?: string | undefined;
}

/**
 * Pays an invoice because somebody asks for it; a draft is finalized first.
 * @throws StripeApiError 402 when the card is declined, with the failed attempt kept; 400 for an invoice that cannot be paid
 */
export function payInvoice(
  operation: Operation,
  invoice: Stripe.Invoice,
  { paidOutOfBand, paymentMethod }: PayRequest,
): Stripe.Invoice {
  if (invoice.status === "paid") {
    throw invalidRequest("Invoice is already paid", undefined, "invoice_already_paid");
  }
  const payable = invoice.status === "draft" ? finalizeInvoice(operation, invoice) : invoice;
  if (payable.status === "paid") return payable;
  requireStatus(payable, ["open", "uncollectible"], "paid");
  if (paidOutOfBand) return payOutOfBand(operation, payable);
  const collection = collect(operation, payable, {
    automatic: false,
    paymentMethod: ownMethod(operation, payable, paymentMethod),
  });
  switch (collection.outcome) {
    case "paid":
    case "processing":
      return operation.objects.get("invoice", invoice.id);
    case "requires_action":
      throw keepingEffects(
        invalidRequest(
          "This payment requires additional user action before it can be completed successfully.",
          undefined,
          "invoice_payment_intent_requires_action",
        ),
      );
    case "declined":
    case "no_payment_method":
      throw keepingEffects(collection.error);
  }
}

function ownMethod(
  operation: Operation,
  invoice: Stripe.Invoice,
  asked: string | undefined,
): string | undefined {
  if (asked === undefined) return undefined;
  const method = usePaymentMethod(operation, asked, "payment_method");
  const customer = operation.objects.get("customer", idOf(invoice.customer) ?? "");
  // A test token names no saved method, so it is saved; a real one has to be the customer's.
  return method.id === asked && method.customer === null
    ? method.id
    : attach(operation, method, customer).id;
}

/** Money that Stripe did not move: the PaymentIntent is not needed any more. */
function payOutOfBand(operation: Operation, invoice: Stripe.Invoice): Stripe.Invoice {
  cancelOpenPayment(operation, invoice);
  const settled = settle(operation, invoice, { attempt: "none", outOfBand: true });
  operation.emit("invoice.payment_succeeded", settled);
  afterPaid(operation, settled, null);
  return settled;
}
