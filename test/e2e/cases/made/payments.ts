/** Payments and invoices made on the local Stripe: what was taken, given back, disputed and owed is in Salesforce what it is at Stripe. */
import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { idOf } from "../../../../local/stripe/store/reference.ts";
import type { Made } from "./made.ts";

let made: Made;

interface Paid {
  readonly customer: string;
  readonly intent: Stripe.PaymentIntent;
  readonly charge: string;
}

async function pays(
  amount: number,
  more: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<Paid> {
  const customer = await made.customer();
  const intent = await made.stripe.paymentIntents.create({
    amount,
    currency: "usd",
    customer,
    payment_method: "pm_card_visa",
    confirm: true,
    return_url: "http://localhost/",
    ...more,
  });
  return { customer, intent, charge: idOf(intent.latest_charge) ?? "" };
}

export function paymentCases(open: () => Made): void {
  beforeAll(() => {
    made = open();
  });

  describe("a capture", () => {
    test.each([
      [2000, 1200, [200], 12, 2, 10],
      [5000, 5000, [], 50, null, 50],
      [3000, 100, [100], 1, 1, 0],
      [1000, 900, [150, 250], 9, 4, 5],
    ])(
      "of %i authorised, %i taken and %j given back",
      async (authorised, taken, back, amount, refunded, collected) => {
        const { customer, intent } = await pays(authorised, { capture_method: "manual" });
        await made.stripe.paymentIntents.capture(intent.id, { amount_to_capture: taken });
        for (const part of back)
          await made.stripe.refunds.create({ payment_intent: intent.id, amount: part });

        await made.finds("payment", intent.id, {
          Status__c: "succeeded",
          Amount__c: amount,
          Amount_Refunded__c: refunded,
        });
        await made.finds("customer", customer, { Total_Collected__c: collected });
      },
    );

    test("that never comes collects nothing", async () => {
      const { customer, intent } = await pays(2000, { capture_method: "manual" });

      await made.stripe.paymentIntents.cancel(intent.id);

      await made.finds("payment", intent.id, { Status__c: "canceled" });
      const [row] = await made.select(
        `SELECT Total_Collected__c FROM Stripe_Customer__c WHERE Stripe_Customer_ID__c = '${customer}'`,
      );
      expect(row?.["Total_Collected__c"] ?? 0).toBe(0);
    });
  });

  describe("a refund", () => {
    test.each([
      ["of all", [2000], 20],
      ["in parts", [500, 700], 12],
      ["in two parts of one amount", [500, 500], 10],
    ])("%s", async (_name, parts, refunded) => {
      const { customer, intent, charge } = await pays(2000);
      for (const amount of parts) await made.stripe.refunds.create({ charge, amount });

      await made.finds("payment", intent.id, { Amount__c: 20, Amount_Refunded__c: refunded });
      await made.finds("customer", customer, { Total_Collected__c: 20 - refunded });
      for (const { id, amount } of (await made.stripe.refunds.list({ charge })).data)
        await made.finds("refund", id, { Status__c: "succeeded", Amount__c: amount / 100 });
    });
  });

  describe("a dispute", () => {
    test("that is open has taken the money", async () => {
      const { customer, charge } = await pays(2000);
      const { id } = await made.atBank("/disputes", { charge, reason: "fraudulent" });

      await made.finds("dispute", id, { Status__c: "needs_response", Amount_Withdrawn__c: 20 });
      await made.finds("customer", customer, { Total_Collected__c: 0 });
    });

    test.each([
      ["lost", 20, 0],
      ["won", 0, 20],
    ] as const)("that is %s", async (outcome, withdrawn, collected) => {
      const { customer, charge } = await pays(2000);
      const { id } = await made.atBank("/disputes", { charge, reason: "product_not_received" });
      await made.atBank(`/disputes/${id}/close`, { outcome });

      await made.finds("dispute", id, { Status__c: outcome, Amount_Withdrawn__c: withdrawn });
      await made.finds("customer", customer, { Total_Collected__c: collected });
    });

    test("that is answered is under review", async () => {
      const { charge } = await pays(2000);
      const { id } = await made.atBank("/disputes", { charge });
      await made.stripe.disputes.update(id, { evidence: { uncategorized_text: "Here it is." } });

      await made.finds("dispute", id, { Status__c: "under_review", Has_Evidence__c: true });
    });

    test("that only asks takes nothing", async () => {
      const { customer, charge } = await pays(2000);
      const { id } = await made.atBank("/disputes", { charge, inquiry: true });

      await made.finds("dispute", id, {
        Status__c: "warning_needs_response",
        Amount_Withdrawn__c: 0,
      });
      await made.finds("customer", customer, { Total_Collected__c: 20 });
    });
  });

  describe("an invoice", () => {
    async function invoice(
      more: Partial<Stripe.InvoiceCreateParams> = {},
    ): Promise<{ readonly id: string; readonly customer: string }> {
      const customer = await made.customer();
      await made.stripe.invoiceItems.create({ customer, amount: 3000, currency: "usd" });
      const { id } = await made.stripe.invoices.create({
        customer,
        pending_invoice_items_behavior: "include",
        ...more,
      });
      return { id, customer };
    }

    const sent = { collection_method: "send_invoice", days_until_due: 30 } as const;

    test("paid outside Stripe is collected", async () => {
      const { id, customer } = await invoice(sent);
      await made.stripe.invoices.finalizeInvoice(id);
      await made.stripe.invoices.pay(id, { paid_out_of_band: true });

      await made.finds("invoice", id, {
        Status__c: "paid",
        Amount_Paid__c: 30,
        Amount_Remaining__c: 0,
        Paid_Outside__c: 30,
      });
      await made.finds("customer", customer, { Total_Collected__c: 30 });
    });

    test("paid by the card is collected once", async () => {
      const { id, customer } = await invoice();
      await made.stripe.invoices.finalizeInvoice(id);
      await made.stripe.invoices.pay(id);

      await made.finds("invoice", id, {
        Status__c: "paid",
        Amount_Paid__c: 30,
        Paid_Outside__c: 0,
      });
      await made.finds("customer", customer, { Total_Collected__c: 30, Total_Revenue__c: 30 });
    });

    test("that was e-mailed is owed until it is due, and nobody is dunned", async () => {
      const { id } = await invoice(sent);
      const { due_date: due } = await made.stripe.invoices.sendInvoice(id);

      await made.finds("invoice", id, {
        Status__c: "open",
        Collection_Method__c: "send_invoice",
        Dunning_Status__c: "none",
        Amount_Remaining__c: 30,
        Due_Date__c: new Date((due ?? 0) * 1000).toISOString().replace("Z", "+0000"),
      });
    });

    test.each([
      ["voided", "void", (id: string) => made.stripe.invoices.voidInvoice(id)],
      ["given up", "uncollectible", (id: string) => made.stripe.invoices.markUncollectible(id)],
    ] as const)("%s", async (_name, status, end) => {
      const { id } = await invoice(sent);
      await made.stripe.invoices.finalizeInvoice(id);
      await end(id);

      await made.finds("invoice", id, { Status__c: status, Amount_Paid__c: 0 });
    });

    test("deleted while it is a draft", async () => {
      const { id } = await invoice();
      await made.stripe.invoices.del(id);

      await made.finds("invoice", id, { Status__c: "deleted" });
    });

    test("whose card is declined is tried again", async () => {
      const customer = await made.customer("pm_card_chargeCustomerFail");
      await made.stripe.invoiceItems.create({ customer, amount: 3000, currency: "usd" });
      const { id } = await made.stripe.invoices.create({
        customer,
        pending_invoice_items_behavior: "include",
      });
      await made.stripe.invoices.finalizeInvoice(id);
      await expect(made.stripe.invoices.pay(id)).rejects.toThrow();
      const said = await made.stripe.invoices.retrieve(id);

      await made.finds("invoice", id, {
        Status__c: "open",
        Attempt_Count__c: said.attempt_count,
        Amount_Remaining__c: 30,
      });
      const [charge] = (await made.stripe.charges.list({ customer })).data;
      await made.finds("attempt", charge?.id ?? "", {
        Outcome__c: "failed",
        Failure_Code__c: charge?.failure_code,
      });
    });
  });
}
