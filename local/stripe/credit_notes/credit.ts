import type Stripe from "stripe";
import type { z } from "zod";
import { withMetadata } from "../api/metadata.ts";
import type { Operation } from "../api/operation.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { timesDecimal } from "../billing/rounding.ts";
import { newId } from "../ids.ts";
import { idOf } from "../store/reference.ts";
import { wireDecimal } from "../store/stripe-objects.ts";
import type { Credit } from "./credit-note.ts";
import type { noteParameters } from "./parameters.ts";

type Asked = z.output<typeof noteParameters>;
type AskedLine = NonNullable<Asked["lines"]>[number];

/**
 * What a request for a credit note comes to: it takes first from what is still owed, then from what was paid, which has to go
 * somewhere to the last cent.
 * @throws StripeApiError 400 for more than the invoice has left, or parts that do not add up
 * @see https://docs.stripe.com/api/credit_notes/create
 */
export function creditOf(operation: Operation, invoice: Stripe.Invoice, asked: Asked): Credit {
  if ((asked.amount === undefined) === (asked.lines === undefined)) {
    throw invalidRequest("You must pass either amount or lines.", "amount");
  }
  const lines = (asked.lines ?? []).map((line, index) => lineOf(invoice, line, index));
  const amount = asked.amount ?? lines.reduce((sum, line) => sum + line.amount, 0);
  const beforePayment = Math.min(amount, invoice.amount_remaining);
  const afterPayment = amount - beforePayment;
  const refunds = (asked.refunds ?? []).map((each, index) =>
    linkedRefund(operation, invoice, each, index),
  );
  const { refund_amount: toRefund = 0, credit_amount: toBalance = 0 } = asked;
  const outOfBand = asked.out_of_band_amount ?? null;
  const linked = refunds.reduce((sum, each) => sum + each.amount_refunded, 0);
  if (amount <= 0) throw invalidRequest("The amount of a credit note must be positive.", "amount");
  const left = invoice.amount_paid - givenBack(operation, invoice, refunds);
  if (afterPayment > left) {
    throw invalidRequest(
      `The credit note is greater than what can still be credited of the invoice: ${beforePayment + Math.max(left, 0)}.`,
      "amount",
    );
  }
  if (toRefund + linked + toBalance + (outOfBand ?? 0) !== afterPayment) {
    throw invalidRequest(
      `The sum of credit_amount, refund_amount, refunds and out_of_band_amount must equal the post_payment_amount (${afterPayment}).`,
    );
  }
  return {
    lines,
    amount,
    beforePayment,
    afterPayment,
    outOfBand,
    toBalance,
    toRefund,
    refunds,
  };
}

/** What of the paid money went back already, by refunds and by other credit notes, but for these refunds. */
function givenBack(
  operation: Operation,
  invoice: Stripe.Invoice,
  linked: readonly Stripe.CreditNote.Refund[],
): number {
  const own = new Set(linked.map(({ refund }) => idOf(refund)));
  const refunded = refundsOf(operation, invoice)
    .filter(({ id, status }) => !own.has(id) && status !== "failed" && status !== "canceled")
    .reduce((sum, { amount }) => sum + amount, 0);
  const credited = operation.objects
    .all("credit_note", { invoice: invoice.id, status: "issued" })
    .reduce((sum, note) => sum + note.post_payment_amount - refundedBy(note), 0);
  return refunded + credited;
}

function refundedBy({ refunds }: Stripe.CreditNote): number {
  return refunds.reduce((sum, { amount_refunded: amount }) => sum + amount, 0);
}

function refundsOf({ objects }: Operation, invoice: Stripe.Invoice): Stripe.Refund[] {
  return objects
    .all("invoice_payment", { invoice: invoice.id, status: "paid" })
    .flatMap(({ payment }) => {
      const intent = idOf(payment.payment_intent);
      return intent === null ? [] : objects.all("refund", { payment_intent: intent });
    });
}

function linkedRefund(
  operation: Operation,
  invoice: Stripe.Invoice,
  asked: NonNullable<Asked["refunds"]>[number],
  index: number,
): Stripe.CreditNote.Refund {
  const parameter = `refunds[${index}][refund]`;
  const refund = operation.objects.named("refund", asked.refund, parameter);
  if (!refundsOf(operation, invoice).some(({ id }) => id === refund.id)) {
    throw invalidRequest("The refund is of another invoice's payment.", parameter);
  }
  return {
    amount_refunded: asked.amount_refunded ?? refund.amount,
    payment_record_refund: null,
    refund: refund.id,
    type: "refund",
  };
}

function lineOf(
  invoice: Stripe.Invoice,
  asked: AskedLine,
  index: number,
): Stripe.CreditNoteLineItem {
  const place = `lines[${index}]`;
  const quantity = asked.quantity ?? null;
  const line = {
    id: newId("cnli_1"),
    object: "credit_note_line_item" as const,
    discount_amount: 0,
    discount_amounts: [],
    livemode: false,
    metadata: withMetadata({}, asked.metadata),
    pretax_credit_amounts: [],
    quantity,
    tax_rates: [],
    taxes: [],
  };
  if (asked.type === "custom_line_item") {
    const unit = asked.unit_amount_decimal ?? asked.unit_amount?.toString();
    if (unit === undefined || quantity === null || asked.description === undefined) {
      throw invalidRequest(
        "A custom line item needs a description, a quantity and a unit amount.",
        place,
        "parameter_missing",
      );
    }
    return {
      ...line,
      amount: timesDecimal(quantity, unit),
      description: asked.description,
      type: asked.type,
      unit_amount: asked.unit_amount ?? null,
      unit_amount_decimal: wireDecimal(unit),
    };
  }
  const billed = invoice.lines.data.find(({ id }) => id === asked.invoice_line_item);
  if (billed === undefined) {
    throw invalidRequest(
      `No such invoice line item: '${asked.invoice_line_item ?? ""}'`,
      `${place}[invoice_line_item]`,
      "resource_missing",
    );
  }
  if ((asked.amount === undefined) === (quantity === null)) {
    throw invalidRequest("You must pass either amount or quantity.", place);
  }
  const unit = billed.pricing?.unit_amount_decimal?.toString() ?? String(billed.amount);
  return {
    ...line,
    amount: asked.amount ?? timesDecimal(quantity ?? 0, unit),
    description: asked.description ?? billed.description,
    invoice_line_item: billed.id,
    type: "invoice_line_item",
    unit_amount: null,
    unit_amount_decimal: quantity === null ? null : wireDecimal(unit),
  };
}
