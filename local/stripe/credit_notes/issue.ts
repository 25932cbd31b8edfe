import type Stripe from "stripe";
import type { z } from "zod";
import { withMetadata } from "../api/metadata.ts";
import type { Operation } from "../api/operation.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { settle } from "../billing/collect.ts";
import { askForRest } from "../invoice_payments/ask-for-rest.ts";
import { giveBack } from "../refunds/give-back.ts";
import { idOf } from "../store/reference.ts";
import { afterPaid } from "../subscriptions/after-payment.ts";
import { creditOf } from "./credit.ts";
import type { Credit } from "./credit-note.ts";
import { newCreditNote } from "./credit-note.ts";
import type { noteParameters } from "./parameters.ts";

type Asked = z.output<typeof noteParameters>;

/** What a credit note would be; nothing is kept. @throws StripeApiError as `issueCreditNote` does */
export function previewCreditNote(operation: Operation, asked: Asked): Stripe.CreditNote {
  return planned(operation, asked).note;
}

/**
 * Credits an invoice. What is still owed becomes less, and an invoice of which nothing is owed any more is paid; what was paid
 * is refunded, put on the customer's balance, or given back outside Stripe.
 * @throws StripeApiError 400 for a draft or void invoice, or as `creditOf` does
 */
export function issueCreditNote(operation: Operation, asked: Asked): Stripe.CreditNote {
  const { note, credit, invoice } = planned(operation, asked);
  const issued: Stripe.CreditNote = {
    ...note,
    refunds: [...note.refunds, ...refundOf(operation, invoice, credit)],
  };
  operation.add("credit_note.created", issued);
  if (credit.toBalance > 0) addToBalance(operation, invoice, credit.toBalance);
  applyTo(operation, invoice, credit);
  return issued;
}

/**
 * Takes a credit note back: its invoice asks for the whole again.
 * @throws StripeApiError 400 once the invoice is not open any more, or for one that is void
 */
export function voidCreditNote(operation: Operation, note: Stripe.CreditNote): Stripe.CreditNote {
  const invoice = operation.objects.get("invoice", idOf(note.invoice) ?? "");
  if (note.status === "void") throw invalidRequest(`The credit note ${note.id} is void already.`);
  if (invoice.status !== "open" || note.post_payment_amount > 0) {
    throw invalidRequest("You can only void a credit note of an open invoice.");
  }
  const voided = operation.add("credit_note.voided", {
    ...note,
    status: "void",
    voided_at: operation.now(note),
  });
  const asksAgain = operation.change(
    "invoice.updated",
    invoice,
    owingLess(invoice, -note.pre_payment_amount),
  );
  askForRest(operation, asksAgain);
  return voided;
}

function planned(
  operation: Operation,
  asked: Asked,
): { note: Stripe.CreditNote; credit: Credit; invoice: Stripe.Invoice } {
  const { objects } = operation;
  const invoice = objects.named("invoice", asked.invoice, "invoice");
  if (invoice.status === "draft" || invoice.status === "void") {
    throw invalidRequest(
      `Cannot create a credit note for an invoice whose status is ${invoice.status}.`,
      "invoice",
    );
  }
  const credit = creditOf(operation, invoice, asked);
  const note = newCreditNote({
    created: operation.now(invoice),
    invoice,
    before: objects.all("credit_note", { invoice: invoice.id }).length,
    credit,
    effectiveAt: asked.effective_at ?? null,
    memo: asked.memo ?? null,
    reason: asked.reason ?? null,
    metadata: withMetadata({}, asked.metadata),
    pagesAt: operation.pagesAt,
  });
  return { note, credit, invoice };
}

/** Refunds the charge that paid the invoice. */
function refundOf(
  operation: Operation,
  invoice: Stripe.Invoice,
  { toRefund }: Credit,
): Stripe.CreditNote.Refund[] {
  if (toRefund === 0) return [];
  const charge = chargesOf(operation, invoice).find(
    (each) => each.amount - each.amount_refunded >= toRefund,
  );
  if (charge === undefined) {
    throw invalidRequest("No charge of the invoice can be refunded so much.", "refund_amount");
  }
  const refund = giveBack(operation, charge, { amount: toRefund });
  return [
    {
      amount_refunded: toRefund,
      payment_record_refund: null,
      refund: refund.id,
      type: "refund",
    },
  ];
}

function chargesOf({ objects }: Operation, invoice: Stripe.Invoice): Stripe.Charge[] {
  return objects
    .all("invoice_payment", { invoice: invoice.id, status: "paid" })
    .flatMap(({ payment }) => {
      const intent = objects.find("payment_intent", idOf(payment.payment_intent) ?? "");
      return objects.find("charge", idOf(intent?.latest_charge) ?? "") ?? [];
    });
}

function addToBalance(operation: Operation, invoice: Stripe.Invoice, by: number): void {
  const customer = operation.objects.find("customer", idOf(invoice.customer) ?? "");
  if (customer === undefined) return;
  operation.change("customer.updated", customer, { ...customer, balance: customer.balance - by });
}

function applyTo(operation: Operation, invoice: Stripe.Invoice, credit: Credit): void {
  const less = owingLess(invoice, credit.beforePayment);
  const after: Stripe.Invoice = {
    ...less,
    post_payment_credit_notes_amount:
      invoice.post_payment_credit_notes_amount + credit.afterPayment,
  };
  if (credit.beforePayment > 0 && after.amount_remaining === 0) {
    askForRest(operation, after);
    const settled = settle(operation, after, { attempt: "none", outOfBand: false }, invoice);
    operation.emit("invoice.payment_succeeded", settled);
    afterPaid(operation, settled, null);
    return;
  }
  const changed = operation.change("invoice.updated", invoice, after);
  if (credit.beforePayment > 0) askForRest(operation, changed);
}

/** A credit note lowers what is due and what remains alike; taking it back raises them. */
function owingLess(invoice: Stripe.Invoice, amount: number): Stripe.Invoice {
  return {
    ...invoice,
    amount_due: invoice.amount_due - amount,
    amount_remaining: invoice.amount_remaining - amount,
    pre_payment_credit_notes_amount: invoice.pre_payment_credit_notes_amount + amount,
  };
}
