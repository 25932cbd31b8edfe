import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeSubscriber, sdkFor } from "../billing/testing/sdk.ts";
import { idOf } from "../store/reference.ts";
import type { Harness } from "../testing/local-stripe-harness.ts";
import { startHarness } from "../testing/local-stripe-harness.ts";

let harness: Harness;
let stripe: Stripe;

beforeAll(async () => {
  harness = await startHarness();
  stripe = sdkFor(harness.url());
});
afterAll(async () => {
  await harness.stop();
});

/** An open invoice of two lines: 40.00 and 10.00. */
async function open(card?: string): Promise<Stripe.Invoice> {
  const { customer } = await makeSubscriber(stripe, card === undefined ? {} : { card });
  const { id } = await stripe.invoices.create({ customer: customer.id });
  for (const amount of [4000, 1000]) {
    await stripe.invoiceItems.create({
      customer: customer.id,
      invoice: id,
      amount,
      currency: "usd",
      description: `Work for ${amount}`,
    });
  }
  return stripe.invoices.finalizeInvoice(id);
}

async function paid(): Promise<Stripe.Invoice> {
  return stripe.invoices.pay((await open()).id);
}

async function typesSince(event: string | undefined): Promise<string[]> {
  const { data } = await stripe.events.list({
    limit: 100,
    ...(event === undefined ? {} : { ending_before: event }),
  });
  return data.map(({ type }) => type).reverse();
}

async function newestEvent(): Promise<string | undefined> {
  return (await stripe.events.list({ limit: 1 })).data[0]?.id;
}

describe("a credit note of an open invoice", () => {
  test("lowers what is due and what its PaymentIntent asks for", async () => {
    const invoice = await open();
    const [line] = invoice.lines.data;

    const note = await stripe.creditNotes.create({
      invoice: invoice.id,
      lines: [{ type: "invoice_line_item", invoice_line_item: line?.id ?? "", amount: 1500 }],
      reason: "order_change",
    });

    expect(note).toMatchObject({
      object: "credit_note",
      amount: 1500,
      type: "pre_payment",
      pre_payment_amount: 1500,
      post_payment_amount: 0,
      reason: "order_change",
      status: "issued",
      customer: idOf(invoice.customer),
      lines: { data: [{ amount: 1500, invoice_line_item: line?.id }] },
    });
    expect(note.number).toBe(`${invoice.number ?? ""}-CN-01`);
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
      status: "open",
      total: 5000,
      amount_due: 3500,
      amount_remaining: 3500,
      pre_payment_credit_notes_amount: 1500,
    });
    expect(await stripe.invoices.pay(invoice.id)).toMatchObject({ amount_paid: 3500 });
    const payments = await stripe.invoicePayments.list({ invoice: invoice.id });
    expect(payments.data).toMatchObject([{ amount_paid: 3500 }]);
  });

  test("for all of it pays the invoice, and nobody is asked to pay", async () => {
    const invoice = await open();
    const before = await newestEvent();

    await stripe.creditNotes.create({ invoice: invoice.id, amount: 5000 });

    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
      status: "paid",
      amount_due: 0,
      amount_paid: 0,
      amount_remaining: 0,
    });
    expect(await typesSince(before)).toEqual([
      "credit_note.created",
      "payment_intent.canceled",
      "invoice.updated",
      "invoice.paid",
      "invoice.payment_succeeded",
    ]);
  });

  test("that is voided takes nothing", async () => {
    const invoice = await open();
    const { id } = await stripe.creditNotes.create({ invoice: invoice.id, amount: 1500 });

    const voided = await stripe.creditNotes.voidCreditNote(id);

    expect(voided).toMatchObject({ status: "void" });
    expect(voided.voided_at).toBeGreaterThanOrEqual(voided.created);
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
      amount_due: 5000,
      amount_remaining: 5000,
      pre_payment_credit_notes_amount: 0,
    });
    await expect(stripe.creditNotes.voidCreditNote(id)).rejects.toMatchObject({ statusCode: 400 });
    expect(await stripe.invoices.pay(invoice.id)).toMatchObject({ amount_paid: 5000 });
  });
});

describe("a credit note of a paid invoice", () => {
  test("refunds, credits the balance and gives back outside Stripe, and the parts add up", async () => {
    const invoice = await paid();
    const before = await newestEvent();

    const note = await stripe.creditNotes.create({
      invoice: invoice.id,
      amount: 2000,
      refund_amount: 1000,
      credit_amount: 700,
      out_of_band_amount: 300,
    });

    expect(note).toMatchObject({
      type: "post_payment",
      pre_payment_amount: 0,
      post_payment_amount: 2000,
      out_of_band_amount: 300,
      refunds: [{ amount_refunded: 1000, type: "refund" }],
    });
    const refund = await stripe.refunds.retrieve(idOf(note.refunds[0]?.refund) ?? "");
    expect(refund).toMatchObject({ amount: 1000 });
    expect(await stripe.customers.retrieve(idOf(invoice.customer) ?? "")).toMatchObject({
      balance: -700,
    });
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
      status: "paid",
      amount_paid: 5000,
      post_payment_credit_notes_amount: 2000,
    });
    expect((await typesSince(before)).slice(0, 3)).toEqual([
      "refund.created",
      "charge.refunded",
      "credit_note.created",
    ]);
  });

  test("takes over a refund that was made before", async () => {
    const invoice = await paid();
    const { data } = await stripe.invoicePayments.list({ invoice: invoice.id });
    const refund = await stripe.refunds.create({
      payment_intent: idOf(data[0]?.payment.payment_intent) ?? "",
      amount: 1200,
    });

    const note = await stripe.creditNotes.create({
      invoice: invoice.id,
      amount: 1200,
      refunds: [{ refund: refund.id, amount_refunded: 1200 }],
    });

    expect(note.refunds).toMatchObject([{ refund: refund.id, amount_refunded: 1200 }]);
    expect((await stripe.refunds.list({ charge: idOf(refund.charge) ?? "" })).data).toHaveLength(1);
  });

  test.each([
    ["parts that do not add up", { amount: 2000, refund_amount: 1000 }],
    ["more than was paid", { amount: 6000, out_of_band_amount: 6000 }],
    ["neither an amount nor lines", {}],
  ])("is refused with %s", async (_, asked) => {
    const invoice = await paid();

    await expect(
      stripe.creditNotes.create({ invoice: invoice.id, ...asked }),
    ).rejects.toMatchObject({ statusCode: 400 });
    expect((await stripe.creditNotes.list({ invoice: invoice.id })).data).toEqual([]);
  });

  test("cannot be voided", async () => {
    const invoice = await paid();
    const { id } = await stripe.creditNotes.create({
      invoice: invoice.id,
      amount: 500,
      out_of_band_amount: 500,
    });

    await expect(stripe.creditNotes.voidCreditNote(id)).rejects.toMatchObject({ statusCode: 400 });
  });
});

test("a credit note of an invoice that is paid in part takes first what is owed, then what was paid", async () => {
  const invoice = await open();
  const intent = await stripe.paymentIntents.create({
    amount: 3000,
    currency: "usd",
    customer: idOf(invoice.customer) ?? "",
    payment_method: "pm_card_visa",
    confirm: true,
  });
  await stripe.invoices.attachPayment(invoice.id, { payment_intent: intent.id });

  const note = await stripe.creditNotes.create({
    invoice: invoice.id,
    amount: 2500,
    refund_amount: 500,
  });

  expect(note).toMatchObject({ type: "mixed", pre_payment_amount: 2000, post_payment_amount: 500 });
  expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
    status: "paid",
    amount_due: 3000,
    amount_paid: 3000,
    pre_payment_credit_notes_amount: 2000,
    post_payment_credit_notes_amount: 500,
  });
});

test("a preview keeps nothing; notes are listed, read, changed and printed", async () => {
  const invoice = await open();
  const custom = {
    type: "custom_line_item" as const,
    description: "Goodwill",
    quantity: 2,
    unit_amount: 250,
  };

  const preview = await stripe.creditNotes.preview({ invoice: invoice.id, lines: [custom] });
  expect(preview).toMatchObject({ amount: 500, lines: { data: [{ description: "Goodwill" }] } });
  expect((await stripe.creditNotes.list({ invoice: invoice.id })).data).toEqual([]);
  const shown = await stripe.creditNotes.listPreviewLineItems({
    invoice: invoice.id,
    lines: [custom],
  });
  expect(shown.data).toMatchObject([{ amount: 500, quantity: 2 }]);

  const note = await stripe.creditNotes.create({ invoice: invoice.id, lines: [custom, custom] });
  expect((await stripe.creditNotes.listLineItems(note.id)).data).toHaveLength(2);
  const changed = await stripe.creditNotes.update(note.id, { memo: "Sorry", metadata: { a: "1" } });
  expect(changed).toMatchObject({ memo: "Sorry", metadata: { a: "1" } });
  expect(await stripe.creditNotes.retrieve(note.id)).toMatchObject({ memo: "Sorry", amount: 1000 });
  const pdf = await fetch(note.pdf);
  expect(pdf.headers.get("content-type")).toBe("application/pdf");
  expect((await pdf.text()).slice(0, 5)).toBe("%PDF-");
});

test("what a draft asks for is edited, not credited", async () => {
  const { customer } = await makeSubscriber(stripe);
  const draft = await stripe.invoices.create({ customer: customer.id });

  await expect(stripe.creditNotes.create({ invoice: draft.id, amount: 100 })).rejects.toMatchObject(
    { statusCode: 400 },
  );
});
