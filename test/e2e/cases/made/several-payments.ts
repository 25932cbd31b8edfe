/** Invoices paid in parts, together, outside Stripe or not at all, and charges nothing stands behind, made on the local Stripe. */
import path from "node:path";
import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { stripeClient } from "../../../../local/stack/api-clients.ts";
import { startLocalStripe } from "../../../../local/stripe/local-stripe.ts";
import { removeFolder, temporaryFolder } from "../../running-stack.ts";
import { untilTrue, type Fields } from "../../stories/records.ts";
import type { Made } from "./made.ts";

let made: Made;

async function openInvoice(customer: string, amount: number): Promise<string> {
  const { id } = await made.stripe.invoices.create({ customer });
  await made.stripe.invoiceItems.create({ customer, invoice: id, amount, currency: "usd" });
  await made.stripe.invoices.finalizeInvoice(id);
  return id;
}

async function intent(customer: string, amount: number): Promise<string> {
  const { id } = await made.stripe.paymentIntents.create({ amount, currency: "usd", customer });
  return id;
}

function confirm(id: string): Promise<Stripe.PaymentIntent> {
  return made.stripe.paymentIntents.confirm(id, { payment_method: "pm_card_visa" });
}

async function record(customer: string, value: number): Promise<string> {
  const { id } = await made.stripe.paymentRecords.reportPayment({
    amount_requested: { currency: "usd", value },
    initiated_at: 1_769_817_600,
    customer_details: { customer },
    payment_method_details: { type: "custom", custom: { display_name: "Bank transfer" } },
    outcome: "guaranteed",
    guaranteed: { guaranteed_at: 1_769_817_600 },
  });
  return id;
}

/** What a customer's balance says. */
async function balances(customer: string, expected: Fields): Promise<void> {
  await untilTrue(async () => {
    const found = await made.select(
      `SELECT ${Object.keys(expected).join(", ")} FROM Stripe_Balance__c WHERE Stripe_Customer__r.Stripe_Customer_ID__c = '${customer}'`,
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject(expected);
  });
}

async function linksOf(where: string): Promise<readonly Fields[]> {
  return made.select(
    `SELECT Amount_Paid__c, Is_Default__c, Status__c, Payment_Record_ID__c,
       Payment_Transaction__r.Stripe_Payment_Intent_ID__c, Stripe_Invoice__r.Stripe_Invoice_ID__c
     FROM Stripe_Invoice_Payment__c WHERE ${where} ORDER BY Amount_Paid__c`,
  );
}

export function severalPaymentsCases(open: () => Made): void {
  beforeAll(() => {
    made = open();
  });

  describe("several payments of one invoice", () => {
    test("each show what they paid of it, and it stays open until the last", async () => {
      const customer = await made.customer();
      const invoice = await openInvoice(customer, 5000);
      const [first, second] = [await intent(customer, 2000), await intent(customer, 3000)];
      for (const id of [first, second])
        await made.stripe.invoices.attachPayment(invoice, { payment_intent: id });

      await confirm(first);
      await made.finds("invoice", invoice, {
        Status__c: "open",
        Amount_Paid__c: 20,
        Amount_Remaining__c: 30,
      });
      await confirm(second);

      await made.finds("invoice", invoice, { Status__c: "paid", Amount_Paid__c: 50 });
      await untilTrue(async () => {
        expect(
          (await linksOf(`Stripe_Invoice__r.Stripe_Invoice_ID__c = '${invoice}'`)).map(
            ({ Amount_Paid__c: paid, Status__c: status }) => [paid, status],
          ),
        ).toEqual([
          [20, "paid"],
          [30, "paid"],
        ]);
      });
      for (const id of [first, second]) {
        const [row] = await made.select(
          `SELECT Stripe_Invoice__r.Stripe_Invoice_ID__c FROM Payment_Transaction__c WHERE Stripe_Payment_Intent_ID__c = '${id}'`,
        );
        expect(row).toMatchObject({ Stripe_Invoice__r: { Stripe_Invoice_ID__c: invoice } });
      }
      await balances(customer, { Billed__c: 50, Collected__c: 50, Outstanding__c: 0 });
    });

    test("one of them outside Stripe count once each", async () => {
      const customer = await made.customer();
      const invoice = await openInvoice(customer, 5000);
      await made.stripe.invoices.attachPayment(invoice, {
        payment_record: await record(customer, 3000),
      });
      await made.finds("invoice", invoice, {
        Status__c: "open",
        Amount_Paid__c: 30,
        Paid_Outside__c: 30,
      });

      await made.stripe.invoices.pay(invoice);

      await made.finds("invoice", invoice, { Status__c: "paid", Paid_Outside__c: 30 });
      await balances(customer, { Collected__c: 50, Paid_Outside__c: 30, Outstanding__c: 0 });
    });

    test("more than it is owed is collected whole", async () => {
      const customer = await made.customer();
      const invoice = await openInvoice(customer, 1000);
      const much = await intent(customer, 1500);
      await made.stripe.invoices.attachPayment(invoice, { payment_intent: much });

      await confirm(much);

      await made.finds("invoice", invoice, { Status__c: "paid", Amount_Paid__c: 10 });
      await balances(customer, { Billed__c: 10, Collected__c: 15, Outstanding__c: 0 });
    });
  });

  test("one payment of several invoices is collected once, and each invoice knows its part", async () => {
    const customer = await made.customer();
    const [first, second] = [await openInvoice(customer, 2000), await openInvoice(customer, 3000)];
    const one = await intent(customer, 4000);
    for (const invoice of [first, second])
      await made.stripe.invoices.attachPayment(invoice, { payment_intent: one });

    await confirm(one);

    await made.finds("invoice", first, { Status__c: "paid", Amount_Paid__c: 20 });
    await made.finds("invoice", second, {
      Status__c: "open",
      Amount_Paid__c: 20,
      Amount_Remaining__c: 10,
    });
    await untilTrue(async () => {
      const links = await linksOf(`Payment_Transaction__r.Stripe_Payment_Intent_ID__c = '${one}'`);
      expect(links.map(({ Amount_Paid__c: paid }) => paid)).toEqual([20, 20]);
    });
    await balances(customer, { Billed__c: 50, Collected__c: 40, Outstanding__c: 10 });
  });

  describe("a credit note", () => {
    test("of an open invoice lowers what is owed, and taken back raises it again", async () => {
      const customer = await made.customer();
      const invoice = await openInvoice(customer, 5000);

      const note = await made.stripe.creditNotes.create({
        invoice,
        amount: 1500,
        reason: "order_change",
      });
      await made.finds("creditNote", note.id, {
        Amount__c: 15,
        Type__c: "pre_payment",
        Status__c: "issued",
        Reason__c: "order_change",
        Credit_Note_Number__c: note.number,
      });
      await made.finds("invoice", invoice, {
        Credited_Pre__c: 15,
        Amount_Due__c: 35,
        Amount_Remaining__c: 35,
      });
      await balances(customer, {
        Billed__c: 50,
        Credited__c: 15,
        Net_Billed__c: 35,
        Outstanding__c: 35,
      });

      await made.stripe.creditNotes.voidCreditNote(note.id);

      await made.finds("creditNote", note.id, { Status__c: "void" });
      await made.finds("invoice", invoice, { Credited_Pre__c: 0, Amount_Remaining__c: 50 });
      await balances(customer, { Credited__c: 0, Net_Billed__c: 50, Outstanding__c: 50 });
    });

    test("of all of an invoice pays it, and nothing is collected", async () => {
      const customer = await made.customer();
      const invoice = await openInvoice(customer, 5000);

      await made.stripe.creditNotes.create({ invoice, amount: 5000 });

      await made.finds("invoice", invoice, {
        Status__c: "paid",
        Amount_Paid__c: 0,
        Amount_Remaining__c: 0,
        Credited_Pre__c: 50,
      });
      await balances(customer, {
        Billed__c: 50,
        Net_Billed__c: 0,
        Collected__c: 0,
        Outstanding__c: 0,
      });
    });

    test("of a paid invoice refunds a part, and gives another back outside Stripe", async () => {
      const customer = await made.customer();
      const invoice = await openInvoice(customer, 5000);
      await made.stripe.invoices.pay(invoice);

      const note = await made.stripe.creditNotes.create({
        invoice,
        amount: 2000,
        refund_amount: 1000,
        credit_amount: 700,
        out_of_band_amount: 300,
      });

      await made.finds("creditNote", note.id, {
        Amount__c: 20,
        Type__c: "post_payment",
        Out_Of_Band_Amount__c: 3,
      });
      await made.finds("invoice", invoice, { Status__c: "paid", Credited_Post__c: 20 });
      await balances(customer, {
        Billed__c: 50,
        Credited__c: 20,
        Net_Billed__c: 30,
        Refunded__c: 10,
        Collected__c: 40,
      });
    });

    test("of an invoice that is paid in part is of both kinds", async () => {
      const customer = await made.customer();
      const invoice = await openInvoice(customer, 5000);
      const part = await intent(customer, 3000);
      await made.stripe.invoices.attachPayment(invoice, { payment_intent: part });
      await confirm(part);

      const note = await made.stripe.creditNotes.create({
        invoice,
        amount: 2500,
        refund_amount: 500,
      });

      await made.finds("creditNote", note.id, { Amount__c: 25, Type__c: "mixed" });
      await made.finds("invoice", invoice, {
        Status__c: "paid",
        Credited_Pre__c: 20,
        Credited_Post__c: 5,
      });
      await balances(customer, { Net_Billed__c: 25, Collected__c: 25, Outstanding__c: 0 });
    });
  });

  describe("a charge without a PaymentIntent", () => {
    async function charge(
      customer: string,
      more: Partial<Stripe.ChargeCreateParams> = {},
    ): Promise<Stripe.Charge> {
      return made.stripe.charges.create({
        amount: 2000,
        currency: "usd",
        customer,
        source: "tok_visa",
        ...more,
      });
    }

    test("is a payment by its own id, collected, refunded in part", async () => {
      const customer = await made.customer();
      const { id } = await charge(customer);
      await made.stripe.refunds.create({ charge: id, amount: 500 });

      await made.finds("payment", id, {
        Status__c: "succeeded",
        Payment_Kind__c: "charge",
        Amount__c: 20,
        Amount_Refunded__c: 5,
        Card_Last4__c: "4242",
      });
      await balances(customer, { Collected__c: 15, Refunded__c: 5 });
    });

    test("is disputed, and what is lost is not collected", async () => {
      const customer = await made.customer();
      const { id } = await charge(customer);
      const dispute = await made.atBank("/disputes", { charge: id });
      await made.finds("dispute", dispute.id, { Amount_Withdrawn__c: 20 });

      await made.atBank(`/disputes/${dispute.id}/close`, { outcome: "lost" });

      await made.finds("dispute", dispute.id, { Status__c: "lost" });
      await made.finds("payment", id, { Dispute_Status__c: "lost" });
      await balances(customer, { Collected__c: 0, Disputed__c: 20 });
    });

    test("that is declined is an attempt with its reason", async () => {
      const customer = await made.customer();
      await expect(
        charge(customer, { source: "tok_chargeDeclinedInsufficientFunds" }),
      ).rejects.toThrow();
      const [failed] = (await made.stripe.charges.list({ customer })).data;

      await made.finds("attempt", failed?.id ?? "", {
        Outcome__c: "failed",
        Failure_Code__c: "card_declined",
      });
    });

    test("that was only authorized collects what is captured", async () => {
      const customer = await made.customer();
      const { id } = await charge(customer, { capture: false });

      await made.stripe.charges.capture(id, { amount: 1200 });

      await made.finds("payment", id, { Status__c: "succeeded", Amount__c: 12 });
      await balances(customer, { Collected__c: 12 });
    });
  });

  describe("what the account's live half sends to an org of test mode", () => {
    test("is ignored with its reason, and becomes nobody's revenue", async () => {
      const folder = await temporaryFolder();
      const live = await startLocalStripe({
        mode: "live",
        host: "127.0.0.1",
        port: 0,
        dataFolder: path.join(folder, "live"),
        webhookEndpoint: made.endpoint,
        log: () => undefined,
      });
      try {
        const stripe = stripeClient(live.url, "sk_live_local_other");
        const { id } = await stripe.customers.create({ name: "Not Ours" });
        await stripe.paymentIntents.create({
          amount: 2000,
          currency: "usd",
          customer: id,
          payment_method: "pm_card_visa",
          confirm: true,
          return_url: "http://localhost/",
        });
        const events = await stripe.events.list({ limit: 100 });
        const paid = events.data.find(({ type }) => type === "payment_intent.succeeded");

        await untilTrue(async () => {
          const [logged] = await made.select(
            `SELECT Status__c, Error__c FROM Stripe_Webhook_Event__c WHERE Event_Id__c = '${paid?.id ?? ""}'`,
          );
          expect(logged).toMatchObject({ Status__c: "Ignored" });
          expect(String(logged?.["Error__c"])).toContain("live mode");
        });
        expect(
          await made.select(
            `SELECT Id FROM Stripe_Customer__c WHERE Stripe_Customer_ID__c = '${id}'`,
          ),
        ).toEqual([]);
      } finally {
        await live.stop();
        await removeFolder(folder);
      }
    });
  });
}
