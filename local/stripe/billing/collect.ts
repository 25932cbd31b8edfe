import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import type { StripeApiError } from "../api/stripe-error.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { paidPayment } from "../invoice_payments/invoice-payment.ts";
import { openPayment } from "../invoice_payments/open-payment.ts";
import { subscriptionOf } from "../invoices/invoice.ts";
import type { Settlement } from "../invoices/transitions.ts";
import { attemptFailed, attemptUnderWay, paid } from "../invoices/transitions.ts";
import { afterDeclined, afterPaid, afterProcessing } from "../subscriptions/after-payment.ts";
import { confirmIntent } from "../payment_intents/confirm.ts";
import { idOf } from "../store/reference.ts";
import { nextAttempt } from "./retry-schedule.ts";
import { retrySettings } from "./retry-settings.ts";

export type Collection =
  | { readonly outcome: "paid"; readonly invoice: Stripe.Invoice }
  /** What a caller who asked for the payment is told. */
  | {
      readonly outcome: "declined" | "no_payment_method";
      readonly invoice: Stripe.Invoice;
      readonly error: StripeApiError;
    }
  | { readonly outcome: "processing" | "requires_action"; readonly invoice: Stripe.Invoice };

export interface Attempt {
  /** Made by the retry schedule and not because somebody asked. */
  readonly automatic: boolean;
  /** Instead of the default of invoice, subscription or customer. */
  readonly paymentMethod?: string | undefined;
}

/** Tries to charge an open invoice, and lets its subscription follow. One that is paid stays so. */
export function collect(
  operation: Operation,
  invoice: Stripe.Invoice,
  attempt: Attempt,
): Collection {
  if (invoice.status === "paid") return { outcome: "paid", invoice };
  const waiting = openPayment(operation, invoice);
  if (waiting === undefined) throw new Error(`The invoice ${invoice.id} asks for no payment.`);
  const paymentMethod = payingMethod(operation, invoice, attempt.paymentMethod);
  if (paymentMethod === undefined) {
    const failed = declined(operation, invoice, attempt.automatic);
    return { outcome: "no_payment_method", invoice: failed, error: noPaymentMethod() };
  }
  const offSession = attempt.automatic || invoice.billing_reason !== "subscription_create";
  const paying = confirmIntent(operation, waiting.intent, paymentMethod, { offSession });
  switch (paying.outcome) {
    case "requires_capture":
    case "succeeded":
      return {
        outcome: "paid",
        invoice: intentPaid(operation, invoice, paymentMethod.id, attempt),
      };
    case "declined":
      return {
        outcome: "declined",
        invoice: declined(operation, invoice, attempt.automatic),
        error: paying.error,
      };
    case "requires_action":
      return { outcome: "requires_action", invoice: actionRequired(operation, invoice) };
    case "processing": {
      const waiting = operation.change(
        "invoice.updated",
        invoice,
        attemptUnderWay(invoice, attempt.automatic),
      );
      afterProcessing(operation, waiting);
      return { outcome: "processing", invoice: waiting };
    }
  }
}

/** The PaymentIntent of an open invoice was paid: so is the invoice. */
export function intentPaid(
  operation: Operation,
  invoice: Stripe.Invoice,
  paymentMethod: string | null,
  { automatic }: Pick<Attempt, "automatic">,
): Stripe.Invoice {
  const now = operation.now(invoice);
  const waiting = openPayment(operation, invoice);
  if (waiting !== undefined) {
    operation.add("invoice_payment.paid", paidPayment(waiting.payment, now));
  }
  const settled = settle(operation, invoice, {
    attempt: automatic ? "scheduled" : "asked_for",
    outOfBand: false,
  });
  operation.emit("invoice.payment_succeeded", settled);
  afterPaid(operation, settled, paymentMethod);
  return settled;
}

/**
 * Paid, by a charge or outside Stripe; the events every kind of payment has.
 * @param before the invoice as it was told last, where that is another
 */
export function settle(
  operation: Operation,
  invoice: Stripe.Invoice,
  how: Omit<Settlement, "now">,
  before = invoice,
): Stripe.Invoice {
  const settled = operation.change(
    "invoice.updated",
    before,
    paid(invoice, { now: operation.now(invoice), ...how }),
  );
  operation.emit("invoice.paid", settled);
  return settled;
}

/** The payment of an open invoice was declined, or there was nothing to charge. */
export function declined(
  operation: Operation,
  invoice: Stripe.Invoice,
  automatic: boolean,
): Stripe.Invoice {
  const counts = automatic || invoice.attempt_count === 0;
  const next = counts
    ? retryAfter(operation, invoice, invoice.attempt_count + 1)
    : invoice.next_payment_attempt;
  return refused(operation, invoice, attemptFailed(invoice, counts, next));
}

/** A bank said no to an attempt of the schedule that was under way, and so is counted already. */
export function refusedLater(operation: Operation, invoice: Stripe.Invoice): Stripe.Invoice {
  const next = retryAfter(operation, invoice, invoice.attempt_count);
  return refused(operation, invoice, attemptFailed(invoice, false, next));
}

function refused(
  operation: Operation,
  invoice: Stripe.Invoice,
  after: Stripe.Invoice,
): Stripe.Invoice {
  const failed = operation.change("invoice.updated", invoice, after);
  operation.emit("invoice.payment_failed", failed);
  afterDeclined(operation, failed);
  return failed;
}

/** @param attempts made so far, by the schedule */
function retryAfter(
  operation: Operation,
  invoice: Stripe.Invoice,
  attempts: number,
): number | null {
  const waits =
    invoice.auto_advance !== true ||
    invoice.collection_method === "send_invoice" ||
    beginsWith(operation, invoice);
  if (waits) return null;
  return nextAttempt(retrySettings(operation), attempts, operation.now(invoice));
}

/**
 * Whether a subscription begins only when the invoice is paid. Such an invoice is never tried again by itself: the
 * subscription waits for the customer, and then expires.
 */
export function beginsWith({ objects }: Operation, invoice: Stripe.Invoice): boolean {
  return objects.find("subscription", subscriptionOf(invoice) ?? "")?.status === "incomplete";
}

function actionRequired(operation: Operation, invoice: Stripe.Invoice): Stripe.Invoice {
  const tried = operation.change(
    "invoice.updated",
    invoice,
    attemptFailed(invoice, invoice.attempt_count === 0, invoice.next_payment_attempt),
  );
  operation.emit("invoice.payment_action_required", tried);
  return tried;
}

/** The invoice's own payment method comes first, then the subscription's, then the customer's. */
function payingMethod(
  { objects }: Operation,
  invoice: Stripe.Invoice,
  asked: string | undefined,
): Stripe.PaymentMethod | undefined {
  const subscription = objects.find("subscription", subscriptionOf(invoice) ?? "");
  const customer = objects.find("customer", idOf(invoice.customer) ?? "");
  const id =
    asked ??
    idOf(invoice.default_payment_method) ??
    idOf(subscription?.default_payment_method) ??
    idOf(customer?.invoice_settings.default_payment_method);
  return id === null ? undefined : objects.find("payment_method", id);
}

function noPaymentMethod(): StripeApiError {
  return invalidRequest(
    "This customer has no attached payment source or default payment method. Please consider adding a default payment " +
      "method. For more information, visit https://stripe.com/docs/billing/subscriptions/payment-methods-setting#payment-method-priority.",
    undefined,
    "resource_missing",
  );
}
