/**
 * How invoices are collected, and which item is the plan, made on the local Stripe: nobody is told that something was given up, or sold,
 * that was not.
 */
import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { idOf } from "../../../../local/stripe/store/reference.ts";
import type { Made } from "./made.ts";

const SENT = { collection_method: "send_invoice", days_until_due: 30 } as const;
const DECLINED = "pm_card_chargeDeclined";

let made: Made;

async function finalized(
  customer: string,
  more: Partial<Stripe.InvoiceCreateParams> = {},
): Promise<string> {
  const { id } = await made.stripe.invoices.create({ customer, ...more });
  await made.stripe.invoiceItems.create({ customer, invoice: id, amount: 3000, currency: "usd" });
  await made.stripe.invoices.finalizeInvoice(id);
  return id;
}

/** Its payer tries a card that is declined. */
async function triesInVain(invoice: string): Promise<void> {
  await expect(
    made.stripe.invoices.pay(invoice, { payment_method: DECLINED }),
  ).rejects.toMatchObject({ statusCode: 402 });
}

async function price(unit_amount: number): Promise<string> {
  const { id } = await made.stripe.prices.create({
    currency: "usd",
    unit_amount,
    recurring: { interval: "month" },
    product_data: { name: "Add-on" },
  });
  return id;
}

export function collectionCases(open: () => Made): void {
  beforeAll(() => {
    made = open();
  });

  describe("an e-mailed invoice", () => {
    test("whose payer tries a declined card twice is owed until it is due, and nobody is dunned", async () => {
      const id = await finalized(await made.customer(), SENT);
      await triesInVain(id);
      await triesInVain(id);

      await made.finds("invoice", id, {
        Status__c: "open",
        Dunning_Status__c: "none",
        Amount_Remaining__c: 30,
      });
    });

    test("that is paid after a declined card is paid", async () => {
      const id = await finalized(await made.customer(), SENT);
      await triesInVain(id);
      await made.stripe.invoices.pay(id);

      await made.finds("invoice", id, {
        Status__c: "paid",
        Dunning_Status__c: "none",
        Amount_Paid__c: 30,
      });
    });

    test("of a subscription leaves it active, however often its payer tries in vain", async () => {
      const customer = await made.customer();
      const subscription = await made.stripe.subscriptions.create({
        customer,
        items: [{ price: await price(2000) }],
        ...SENT,
      });
      const id = idOf(subscription.latest_invoice) ?? "";
      await triesInVain(id);
      await triesInVain(id);

      await made.finds("invoice", id, { Status__c: "open", Dunning_Status__c: "none" });
      await made.finds("subscription", subscription.id, { Status__c: "active", MRR__c: 20 });
    });
  });

  describe("retries", () => {
    test("that a person stops are over", async () => {
      const customer = await made.customer("pm_card_chargeCustomerFail");
      const id = await finalized(customer, { auto_advance: true });
      await expect(made.stripe.invoices.pay(id)).rejects.toThrow();
      await made.finds("invoice", id, { Dunning_Status__c: "trying" });

      await made.stripe.invoices.update(id, { auto_advance: false });

      await made.finds("invoice", id, {
        Status__c: "open",
        Dunning_Status__c: "exhausted",
        Next_Payment_Attempt__c: null,
      });
    });

    test("of an invoice that is paid then are no worry any more", async () => {
      const customer = await made.customer("pm_card_chargeCustomerFail");
      const id = await finalized(customer, { auto_advance: true });
      await expect(made.stripe.invoices.pay(id)).rejects.toThrow();
      await made.stripe.invoices.update(id, { auto_advance: false });

      await made.stripe.invoices.pay(id, { payment_method: "pm_card_visa" });

      await made.finds("invoice", id, { Status__c: "paid", Dunning_Status__c: "none" });
    });

    test("of a voided invoice are over, and it is no debt", async () => {
      const customer = await made.customer("pm_card_chargeCustomerFail");
      const id = await finalized(customer, { auto_advance: true });
      await expect(made.stripe.invoices.pay(id)).rejects.toThrow();

      await made.stripe.invoices.voidInvoice(id);

      await made.finds("invoice", id, {
        Status__c: "void",
        Dunning_Status__c: "none",
        Next_Payment_Attempt__c: null,
      });
    });
  });

  describe("a draft", () => {
    test("that was changed before it was deleted is deleted", async () => {
      const customer = await made.customer();
      const { id } = await made.stripe.invoices.create({ customer });
      await made.stripe.invoiceItems.create({
        customer,
        invoice: id,
        amount: 3000,
        currency: "usd",
      });
      await made.stripe.invoices.update(id, { description: "A mistake" });

      await made.stripe.invoices.del(id);

      await made.finds("invoice", id, { Status__c: "deleted" });
    });

    test("of an e-mailed invoice that is deleted is owed by nobody", async () => {
      const customer = await made.customer();
      const { id } = await made.stripe.invoices.create({ customer, ...SENT });

      await made.stripe.invoices.del(id);

      await made.finds("invoice", id, { Status__c: "deleted" });
    });

    test("that is deleted leaves the one that is finalized after it as it is", async () => {
      const customer = await made.customer();
      const { id: gone } = await made.stripe.invoices.create({ customer });
      await made.stripe.invoices.del(gone);
      const kept = await finalized(customer);

      await made.finds("invoice", gone, { Status__c: "deleted" });
      await made.finds("invoice", kept, { Status__c: "open", Amount_Remaining__c: 30 });
    });
  });

  describe("the plan", () => {
    let plan: string;
    let other: string;

    beforeAll(async () => {
      const { data } = await made.stripe.prices.list({
        lookup_keys: ["business_monthly", "basic_monthly"],
      });
      const named = (key: string): string =>
        data.find(({ lookup_key: lookup }) => lookup === key)?.id ?? "";
      [plan, other] = [named("business_monthly"), named("basic_monthly")];
    });

    test.each([1, 2, 5])("is found behind %i add-ons, with its own quantity", async (addOns) => {
      const items: Stripe.SubscriptionCreateParams.Item[] = [];
      for (let each = 0; each < addOns; each += 1) items.push({ price: await price(500 + each) });
      const { id } = await made.stripe.subscriptions.create({
        customer: await made.customer(),
        items: [...items, { price: plan, quantity: 7 }],
      });

      await made.finds("subscription", id, {
        PricingPlans__c: "Business Monthly",
        Stripe_Price_ID__c: plan,
        Quantity__c: 7,
      });
    });

    test("changes where its item changes, and not where an add-on does", async () => {
      const { id, items } = await made.stripe.subscriptions.create({
        customer: await made.customer(),
        items: [{ price: await price(500) }, { price: plan, quantity: 2 }],
      });
      const [addOn, item] = items.data;
      await made.stripe.subscriptionItems.update(addOn?.id ?? "", { quantity: 9 });
      await made.finds("subscription", id, { PricingPlans__c: "Business Monthly", Quantity__c: 2 });

      await made.stripe.subscriptionItems.update(item?.id ?? "", { price: other });

      await made.finds("subscription", id, {
        PricingPlans__c: "Basic Monthly",
        Stripe_Price_ID__c: other,
        Previous_Price_ID__c: plan,
      });
    });
  });
}
