import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { settle } from "../billing/collect.ts";
import { askForRest } from "../invoice_payments/ask-for-rest.ts";
import { attachedPayment, paidPayment } from "../invoice_payments/invoice-payment.ts";
import { idOf } from "../store/reference.ts";
import { afterPaid } from "../subscriptions/after-payment.ts";
import { requireStatus } from "./require-status.ts";
import { partPaid } from "./transitions.ts";

/** What is attached: one of the two. */
export interface AttachRequest {
  readonly payment_intent?: string | undefined;
  readonly payment_record?: string | undefined;
}

/**
 * Adds a payment to those of an open invoice. What has succeeded pays it at once, what has not when it does.
 * @throws StripeApiError 400 for a payment of another currency or customer, one that was canceled, or is attached already
 * @see https://docs.stripe.com/invoicing/partial-payments
 */
export function attachPayment(
  operation: Operation,
  invoice: Stripe.Invoice,
  asked: AttachRequest,
): Stripe.Invoice {
  requireStatus(invoice, ["open", "uncollectible"], "paid");
  const { payment_intent: intentId, payment_record: recordId } = asked;
  if ((intentId === undefined) === (recordId === undefined)) {
    throw invalidRequest(
      "You must pass either payment_intent or payment_record.",
      "payment_intent",
    );
  }
  return recordId === undefined
    ? attachIntent(operation, invoice, intentId ?? "")
    : attachRecord(operation, invoice, recordId);
}

function attachIntent(operation: Operation, invoice: Stripe.Invoice, id: string): Stripe.Invoice {
  const { objects } = operation;
  const intent = objects.named("payment_intent", id, "payment_intent");
  requireSame(invoice, intent.currency, idOf(intent.customer), "payment_intent");
  if (intent.status === "canceled") {
    throw invalidRequest(`The PaymentIntent ${id} was canceled.`, "payment_intent");
  }
  requireNew(operation, invoice, { "payment.payment_intent": id });
  const payment = attachedPayment(
    invoice,
    { payment_intent: id, type: "payment_intent" },
    intent.amount,
    operation.now(invoice),
  );
  objects.save(payment);
  if (intent.status === "succeeded") payAttached(operation, intent);
  return objects.get("invoice", invoice.id);
}

function attachRecord(operation: Operation, invoice: Stripe.Invoice, id: string): Stripe.Invoice {
  const { objects } = operation;
  const record = objects.named("payment_record", id, "payment_record");
  const { currency, value } = record.amount_guaranteed;
  requireSame(invoice, currency, record.customer_details?.customer ?? null, "payment_record");
  if (value === 0) {
    throw invalidRequest(`The Payment Record ${id} has no guaranteed payment.`, "payment_record");
  }
  requireNew(operation, invoice, { "payment.payment_record": id });
  const payment = attachedPayment(
    invoice,
    { payment_record: id, type: "payment_record" },
    value,
    operation.now(invoice),
  );
  return credit(operation, payment, { available: value, isLast: true });
}

/** A PaymentIntent succeeded: each invoice it is attached to gets its part, in the order in which they were attached. */
export function payAttached(operation: Operation, intent: Stripe.PaymentIntent): void {
  const payments = operation.objects
    .all("invoice_payment", { "payment.payment_intent": intent.id })
    .reverse();
  const waiting = payments.filter(({ status, is_default }) => status === "open" && !is_default);
  let available =
    intent.amount_received - payments.reduce((sum, each) => sum + (each.amount_paid ?? 0), 0);
  for (const [index, payment] of waiting.entries()) {
    credit(operation, payment, { available, isLast: index === waiting.length - 1 });
    const paid = operation.objects.get("invoice_payment", payment.id).amount_paid ?? 0;
    available -= paid;
  }
}

/** Pays an invoice with what there is, at most what it is owed; what the last one does not need is the customer's. */
function credit(
  operation: Operation,
  payment: Stripe.InvoicePayment,
  { available, isLast }: { readonly available: number; readonly isLast: boolean },
): Stripe.Invoice {
  const invoice = operation.objects.get("invoice", idOf(payment.invoice) ?? "");
  const amount = Math.min(payment.amount_requested, available, invoice.amount_remaining);
  const over = isLast ? Math.max(Math.min(payment.amount_requested, available) - amount, 0) : 0;
  const outOfBand = payment.payment.type === "payment_record";
  const now = operation.now(invoice);
  operation.add("invoice_payment.paid", paidPayment(payment, now, amount));
  const after = partPaid(invoice, { amount, over, outOfBand });
  if (after.amount_remaining > 0) {
    const changed = operation.change("invoice.updated", invoice, after);
    askForRest(operation, changed);
    return changed;
  }
  askForRest(operation, after);
  const settled = settle(operation, after, { attempt: "none", outOfBand: false }, invoice);
  operation.emit("invoice.payment_succeeded", settled);
  if (over > 0) creditBalance(operation, settled, over);
  afterPaid(operation, settled, null);
  return settled;
}

function creditBalance(operation: Operation, invoice: Stripe.Invoice, over: number): void {
  operation.emit("invoice.overpaid", invoice);
  const customer = operation.objects.find("customer", idOf(invoice.customer) ?? "");
  if (customer === undefined) return;
  operation.change("customer.updated", customer, { ...customer, balance: customer.balance - over });
}

function requireSame(
  invoice: Stripe.Invoice,
  currency: string,
  customer: string | null,
  parameter: string,
): void {
  if (currency !== invoice.currency) {
    throw invalidRequest(
      `The invoice is in ${invoice.currency}, so a payment in ${currency} cannot pay it.`,
      parameter,
    );
  }
  if (customer !== null && customer !== idOf(invoice.customer)) {
    throw invalidRequest("The payment is of another customer.", parameter);
  }
}

function requireNew(
  { objects }: Operation,
  invoice: Stripe.Invoice,
  payment: Readonly<Record<string, string>>,
): void {
  if (objects.all("invoice_payment", { invoice: invoice.id, ...payment }).length === 0) return;
  throw invalidRequest("This payment is already attached to the invoice.");
}
