import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Harness } from "../testing/local-stripe-harness.ts";
import { startHarness } from "../testing/local-stripe-harness.ts";

let harness: Harness;
let stripe: Stripe;

beforeAll(async () => {
  harness = await startHarness();
  stripe = harness.sdk();
});

afterAll(async () => {
  await harness.stop();
});

async function sentInvoice(): Promise<Stripe.Invoice> {
  const customer = await stripe.customers.create({ name: "Ada <Lovelace>" });
  const draft = await stripe.invoices.create({
    customer: customer.id,
    collection_method: "send_invoice",
    days_until_due: 30,
  });
  await stripe.invoiceItems.create({
    customer: customer.id,
    invoice: draft.id,
    amount: 2000,
    currency: "usd",
    description: "Workshop",
  });
  return stripe.invoices.sendInvoice(draft.id);
}

function submit(invoice: Stripe.Invoice, body: Record<string, string>): Promise<Response> {
  return fetch(invoice.hosted_invoice_url ?? "", {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams(body),
  });
}

async function textOf(url: string | null | undefined): Promise<string> {
  return (await fetch(url ?? "")).text();
}

describe("the hosted invoice page", () => {
  test("is on this machine, and shows what is owed with the text of others escaped", async () => {
    const invoice = await sentInvoice();

    const page = await textOf(invoice.hosted_invoice_url);

    expect(invoice.hosted_invoice_url?.startsWith(harness.url())).toBe(true);
    expect(page).toContain("Workshop");
    expect(page).toContain("Pay $20.00");
    expect(page).toContain("Ada &lt;Lovelace&gt;");
  });

  test("pays, and then shows the receipt and asks for nothing more", async () => {
    const invoice = await sentInvoice();

    const paid = await submit(invoice, { payment_method: "pm_card_visa" });
    const page = await textOf(invoice.hosted_invoice_url);

    expect(paid.status).toBe(303);
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
      status: "paid",
      amount_paid: 2000,
    });
    expect(page).toContain("Paid on");
    expect(page).not.toContain("<form");
    const receipt = /href="([^"]*\/receipts\/[^"]*)"/.exec(page)?.[1];
    expect(await textOf(receipt)).toContain("visa ending in 4242");
  });

  test("tells of a decline and leaves the invoice open, with no retry scheduled", async () => {
    const invoice = await sentInvoice();

    const declined = await submit(invoice, { payment_method: "pm_card_visa_chargeDeclined" });

    expect(declined.status).toBe(402);
    expect(await declined.text()).toContain("Your card was declined.");
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
      status: "open",
      attempted: true,
      next_payment_attempt: null,
    });
  });

  test("counts the first try alone, however often the payer tries", async () => {
    const invoice = await sentInvoice();

    for (let tries = 0; tries < 3; tries++) {
      await submit(invoice, { payment_method: "pm_card_visa_chargeDeclined" });
    }

    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({ attempt_count: 1 });
  });

  test("asks the bank where the card wants it: completed it pays, failed it does not", async () => {
    const invoice = await sentInvoice();
    const card = { payment_method: "pm_card_threeDSecure2Required" };

    expect(await (await submit(invoice, card)).text()).toContain("3-D Secure");
    expect((await submit(invoice, { authentication: "fail" })).status).toBe(402);
    await submit(invoice, card);
    expect((await submit(invoice, { authentication: "complete" })).status).toBe(303);

    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({ status: "paid" });
  });

  test("pays nothing twice", async () => {
    const invoice = await sentInvoice();

    await submit(invoice, { payment_method: "pm_card_visa" });
    const again = await submit(invoice, { payment_method: "pm_card_visa" });

    expect(again.status).toBe(409);
    const { data } = await stripe.charges.list({ customer: invoice.customer as string });
    expect(data).toHaveLength(1);
  });

  test("is not there for a draft, nor for what never was", async () => {
    const invoice = await sentInvoice();
    const draft = await stripe.invoices.create({ customer: invoice.customer as string });

    expect((await fetch(`${harness.url()}/i/${draft.id}`)).status).toBe(404);
    expect((await fetch(`${harness.url()}/i/in_none`)).status).toBe(404);
  });

  test("has a document", async () => {
    const invoice = await sentInvoice();

    const response = await fetch(invoice.invoice_pdf ?? "");
    const bytes = Buffer.from(await response.arrayBuffer());

    expect(response.headers.get("content-type")).toBe("application/pdf");
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  });
});
