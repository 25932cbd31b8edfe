/** From a contact to a paid subscription, and on through its renewals. */
import { beforeAll, describe, expect, it } from "vitest";
import * as given from "./given.ts";
import { becomes, isFound, record, stripeSays } from "./records.ts";
import type { Stage } from "./stage.ts";
import * as when from "./when.ts";

let stage: Stage;

const paymentsOf = (subscriptionId: string): string =>
  `SELECT Amount__c, Currency__c, Status__c, Transaction_Type__c, Card_Brand__c FROM Payment_Transaction__c
   WHERE Stripe_Subscription__c = '${subscriptionId}' ORDER BY Transaction_Date__c`.replaceAll(
    /\s+/g,
    " ",
  );

export function sellingStories(open: () => Stage): void {
  beforeAll(() => {
    stage = open();
  });

  describe("onboarding", () => {
    it("leads from a contact over a payment link to an active subscription with its payment", async () => {
      const ada = await given.customer(stage);
      await stripeSays(() => stage.stripe.customers.retrieve(ada.stripeId), {
        email: ada.email,
        name: "Ada King",
        metadata: { salesforce_contact_id: ada.contactId },
      });

      const subscription = await when.chooses(stage, ada, "Business Monthly");
      await becomes(stage, "Stripe_Subscription__c", subscription, { Sync_Status__c: "Draft" });
      const link = await when.getsLink(stage, subscription);
      await becomes(stage, "Stripe_Subscription__c", subscription, { Status__c: null });
      await when.pays(stage, link);

      await becomes(stage, "Stripe_Subscription__c", subscription, {
        Status__c: "active",
        Sync_Status__c: "Completed",
        Checkout_URL__c: null,
        PricingPlans__c: "Business Monthly",
        Billing_Interval__c: "month",
        Error_Message__c: null,
      });
      const { Amount__c: price } = await record(stage, "Stripe_Subscription__c", subscription);
      await isFound(stage, paymentsOf(subscription), [
        {
          Amount__c: price,
          Currency__c: "USD",
          Status__c: "succeeded",
          Transaction_Type__c: "initial_payment",
          Card_Brand__c: "visa",
        },
      ]);
      await isFound(
        stage,
        `SELECT Product_Name__c, Is_Current__c FROM Pricing_Plan__c WHERE Stripe_Subscription__c = '${subscription}'`,
        [{ Product_Name__c: "Business", Is_Current__c: true }],
      );
      await becomes(stage, "Contact", ada.contactId, { Subscription_Status__c: "active" });
      await becomes(stage, "Stripe_Customer__c", ada.recordId, {
        Total_Revenue__c: price,
        MRR__c: price,
      });
      const { data } = await stage.stripe.subscriptions.list({ customer: ada.stripeId });
      expect(data.map(({ metadata }) => metadata)).toEqual([
        { salesforce_subscription_id: subscription },
      ]);
    });

    it("lets a customer whose card is declined try again on the same link", async () => {
      const ada = await given.customer(stage);
      const subscription = await when.chooses(stage, ada, "Basic Monthly");
      const link = await when.getsLink(stage, subscription);

      await expect(when.pays(stage, link, "pm_card_chargeDeclined")).rejects.toThrow(/declined/);
      await when.pays(stage, link);

      await becomes(stage, "Stripe_Subscription__c", subscription, { Status__c: "active" });
      const { data } = await stage.stripe.subscriptions.list({
        customer: ada.stripeId,
        status: "all",
      });
      expect(data).toHaveLength(1);
    });

    it("gives a new link when the old one has expired", async () => {
      const ada = await given.customer(stage);
      const subscription = await when.chooses(stage, ada, "Basic Monthly");
      const first = await when.getsLink(stage, subscription);

      await stage.stripe.checkout.sessions.expire(first.sessionId);
      await becomes(stage, "Stripe_Subscription__c", subscription, {
        Sync_Status__c: "Draft",
        Checkout_URL__c: null,
      });
      const second = await when.getsLink(stage, subscription);
      await when.pays(stage, second);

      expect(second.sessionId).not.toBe(first.sessionId);
      await becomes(stage, "Stripe_Subscription__c", subscription, { Status__c: "active" });
    });

    it("charges the saved card of a customer who has one, without a link", async () => {
      const { customer } = await given.subscriber(stage, await given.customer(stage));
      const [card] = (await stage.stripe.customers.listPaymentMethods(customer.stripeId)).data;
      await stage.stripe.customers.update(customer.stripeId, {
        invoice_settings: { default_payment_method: card?.id ?? "" },
      });
      await becomes(stage, "Contact", customer.contactId, { Default_Payment_Method__c: card?.id });

      const second = await when.chooses(stage, customer, "Enterprise Monthly");
      await when.edits(
        stage,
        { customer, recordId: second, stripeId: "" },
        { Payment_Path__c: "Saved Payment Method", Sync_Status__c: "Send to Stripe" },
      );

      await becomes(stage, "Stripe_Subscription__c", second, {
        Status__c: "active",
        Sync_Status__c: "Completed",
        Stripe_Checkout_Session_ID__c: null,
      });
    });
  });

  describe("a month later", () => {
    it("the subscription renews, with an invoice and a payment of its own", async () => {
      const { customer, recordId, stripeId } = await given.subscriber(
        stage,
        await given.customerOnClock(stage),
      );
      const before = await record(stage, "Stripe_Subscription__c", recordId);

      await when.daysPass(stage, customer, 32);

      await isFound(stage, paymentsOf(recordId), [
        { Amount__c: 29, Status__c: "succeeded", Transaction_Type__c: "initial_payment" },
        { Amount__c: 29, Status__c: "succeeded", Transaction_Type__c: "recurring_payment" },
      ]);
      await isFound(
        stage,
        `SELECT Billing_Reason__c, Status__c, Total__c FROM Stripe_Invoice__c WHERE Stripe_Subscription__c = '${recordId}' ORDER BY Period_End__c`,
        [
          { Billing_Reason__c: "subscription_create", Status__c: "paid", Total__c: 29 },
          { Billing_Reason__c: "subscription_cycle", Status__c: "paid", Total__c: 29 },
        ],
      );
      await becomes(stage, "Stripe_Subscription__c", recordId, {
        Status__c: "active",
        Current_Period_Start__c: before["Current_Period_End__c"],
        Total_Invoiced__c: 58,
      });
      await becomes(stage, "Stripe_Customer__c", customer.recordId, { Total_Collected__c: 58 });
      await stripeSays(() => stage.stripe.subscriptions.retrieve(stripeId), { status: "active" });
    });
  });
}
