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

async function draft(amount = 5000): Promise<Stripe.Invoice> {
  const { customer } = await makeSubscriber(stripe);
  const invoice = await stripe.invoices.create({ customer: customer.id, metadata: { po: "42" } });
  await stripe.invoiceItems.create({
    customer: customer.id,
    invoice: invoice.id,
    amount,
    currency: "usd",
    description: "Setup",
  });
  return stripe.invoices.retrieve(invoice.id);
}

describe("an invoice made by hand", () => {
  test("is a draft, then open, then paid", async () => {
    const made = await draft();
    expect(made).toMatchObject({
      status: "draft",
      billing_reason: "manual",
      parent: null,
      amount_due: 5000,
      number: null,
      hosted_invoice_url: null,
      lines: { data: [{ amount: 5000, description: "Setup" }] },
    });

    const open = await stripe.invoices.finalizeInvoice(made.id);
    expect(open).toMatchObject({ status: "open", attempt_count: 0 });
    expect(open.number).toMatch(/-0001$/);
    expect(open.invoice_pdf).toMatch(/\/pdf$/);

    const paid = await stripe.invoices.pay(made.id);
    expect(paid).toMatchObject({
      status: "paid",
      amount_paid: 5000,
      amount_remaining: 0,
      attempt_count: 1,
    });
    await expect(stripe.invoices.pay(made.id)).rejects.toMatchObject({
      code: "invoice_already_paid",
    });
  });

  test("takes up what waits for the customer", async () => {
    const { customer } = await makeSubscriber(stripe);
    await stripe.invoiceItems.create({ customer: customer.id, amount: 700, currency: "usd" });
    await stripe.invoiceItems.create({ customer: customer.id, amount: -200, currency: "usd" });

    const invoice = await stripe.invoices.create({
      customer: customer.id,
      pending_invoice_items_behavior: "include",
    });

    expect(invoice).toMatchObject({ subtotal: 500, amount_due: 500 });
    const pending = await stripe.invoiceItems.list({ customer: customer.id, pending: true });
    expect(pending.data).toEqual([]);
  });

  test("keeps a failed attempt although the request is answered 402", async () => {
    const made = await draft();

    await expect(
      stripe.invoices.pay(made.id, { payment_method: "pm_card_visa_chargeDeclined" }),
    ).rejects.toMatchObject({ type: "StripeCardError" });
    const broke = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", {
      customer: idOf(made.customer) ?? "",
    });
    await expect(stripe.invoices.pay(made.id, { payment_method: broke.id })).rejects.toMatchObject({
      type: "StripeCardError",
      decline_code: "generic_decline",
    });

    expect(await stripe.invoices.retrieve(made.id)).toMatchObject({
      status: "open",
      attempted: true,
      attempt_count: 1,
    });
  });

  test("can be voided, or given up and paid after all", async () => {
    const first = await stripe.invoices.finalizeInvoice((await draft()).id);
    const second = await stripe.invoices.finalizeInvoice((await draft()).id);

    const voided = await stripe.invoices.voidInvoice(first.id);
    const forgiven = await stripe.invoices.markUncollectible(second.id);

    expect(voided).toMatchObject({ status: "void", amount_remaining: 0 });
    expect(forgiven.status_details?.uncollectible?.reason).toBe("user_forgiven");
    expect(await stripe.invoices.pay(second.id)).toMatchObject({ status: "paid" });
    await expect(stripe.invoices.pay(first.id)).rejects.toMatchObject({
      code: "status_transition_invalid",
    });
  });

  test("is not edited once it is finalized", async () => {
    const made = await draft();
    await stripe.invoices.finalizeInvoice(made.id);

    await expect(stripe.invoices.update(made.id, { description: "Later" })).rejects.toMatchObject({
      code: "invoice_not_editable",
    });
    await expect(stripe.invoices.del(made.id)).rejects.toMatchObject({
      code: "invoice_not_editable",
    });
    expect(await stripe.invoices.update(made.id, { metadata: { po: "43" } })).toMatchObject({
      metadata: { po: "43" },
    });
  });

  test("is cheaper with a coupon", async () => {
    const coupon = await stripe.coupons.create({ percent_off: 10, duration: "once" });
    const made = await draft();

    const cheaper = await stripe.invoices.update(made.id, { discounts: [{ coupon: coupon.id }] });

    expect(cheaper).toMatchObject({ subtotal: 5000, total: 4500, amount_due: 4500 });
    const expanded = await stripe.invoices.retrieve(made.id, { expand: ["discounts"] });
    expect(expanded.discounts[0]).toMatchObject({ source: { coupon: coupon.id } });
  });
});

test("paying tells its events in their order", async () => {
  const made = await draft();
  await stripe.invoices.finalizeInvoice(made.id);
  await stripe.invoices.pay(made.id);

  const events = await stripe.events.list({ limit: 8 });

  expect(events.data.map(({ type }) => type).reverse()).toEqual([
    "invoice.finalized",
    "payment_intent.created",
    "charge.succeeded",
    "payment_intent.succeeded",
    "invoice_payment.paid",
    "invoice.updated",
    "invoice.paid",
    "invoice.payment_succeeded",
  ]);
});
