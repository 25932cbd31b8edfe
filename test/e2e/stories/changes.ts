/** What happens to a running subscription: failure and recovery, cancellation, another plan, money back, new details. */
import { beforeAll, describe, expect, it } from "vitest";
import * as given from "./given.ts";
import { becomes, isFound, record, stripeSays, untilTrue, update } from "./records.ts";
import type { Stage } from "./stage.ts";
import * as when from "./when.ts";

let stage: Stage;

const paymentsOf = (recordId: string, fields: string): string =>
  `SELECT ${fields} FROM Payment_Transaction__c WHERE Stripe_Subscription__c = '${recordId}' ORDER BY Transaction_Date__c`;

const failedPaymentsOf = ({ recordId }: given.Customer): string =>
  `SELECT Amount__c, Failure_Code__c FROM Payment_Transaction__c WHERE Stripe_Customer__c = '${recordId}' AND Status__c = 'failed'`;

async function firstChargeOf({ customer }: given.Subscriber): Promise<string> {
  const { data } = await stage.stripe.charges.list({ customer: customer.stripeId });
  const charge = data.at(-1);
  if (charge === undefined) throw new Error("Nothing was charged");
  return charge.id;
}

export function changeStories(open: () => Stage): void {
  beforeAll(() => {
    stage = open();
  });

  describe("a declined renewal", () => {
    it("is past due while Stripe tries again, and active once another card pays", async () => {
      const ada = await given.subscriber(stage, await given.customerOnClock(stage));
      await when.replacesCard(stage, ada, "pm_card_chargeCustomerFail");

      await when.daysPass(stage, ada.customer, 32);

      await becomes(stage, "Stripe_Subscription__c", ada.recordId, {
        Status__c: "past_due",
        Dunning_Status__c: "trying",
      });
      // Only a payment that succeeded is joined with its invoice: Stripe names both together in invoice_payment.paid alone.
      await isFound(stage, failedPaymentsOf(ada.customer), [
        { Failure_Code__c: "generic_decline", Amount__c: 29 },
      ]);

      await when.replacesCard(stage, ada, "pm_card_visa");
      await when.paysOpenInvoices(stage, ada);

      await becomes(stage, "Stripe_Subscription__c", ada.recordId, {
        Status__c: "active",
        Dunning_Status__c: "none",
      });
      await isFound(stage, paymentsOf(ada.recordId, "Status__c, Failure_Code__c"), [
        { Status__c: "succeeded" },
        { Status__c: "succeeded", Failure_Code__c: null },
      ]);
      await becomes(stage, "Contact", ada.customer.contactId, { Subscription_Status__c: "active" });
    });
  });

  describe("a cancellation", () => {
    it("made in Stripe ends the subscription here", async () => {
      const ada = await given.subscriber(stage, await given.customer(stage));

      await stage.stripe.subscriptions.cancel(ada.stripeId);

      await becomes(stage, "Stripe_Subscription__c", ada.recordId, {
        Status__c: "canceled",
        Ended_At__c: expect.any(String) as string,
        Monthly_Amount__c: 0,
      });
      await becomes(stage, "Contact", ada.customer.contactId, {
        Subscription_Status__c: "canceled",
      });
    });

    it("made here ends the subscription in Stripe at once", async () => {
      const ada = await given.subscriber(stage, await given.customer(stage));

      await when.edits(stage, ada, { Cancel_Request__c: "Now" });

      await stripeSays(() => stage.stripe.subscriptions.retrieve(ada.stripeId), {
        status: "canceled",
      });
      await becomes(stage, "Stripe_Subscription__c", ada.recordId, {
        Status__c: "canceled",
        Cancel_Request__c: null,
        Sync_Status__c: "Completed",
      });
    });

    it("for the end of the period can be taken back, and otherwise takes effect then", async () => {
      const ada = await given.subscriber(stage, await given.customerOnClock(stage));
      const asked = { Cancel_At_Period_End__c: true, Cancel_Request__c: null, Status__c: "active" };

      await when.edits(stage, ada, { Cancel_Request__c: "At Period End" });
      await becomes(stage, "Stripe_Subscription__c", ada.recordId, asked);
      await when.edits(stage, ada, { Cancel_Request__c: "Keep" });
      await becomes(stage, "Stripe_Subscription__c", ada.recordId, {
        Cancel_At_Period_End__c: false,
        Cancel_Request__c: null,
      });
      await stripeSays(() => stage.stripe.subscriptions.retrieve(ada.stripeId), {
        cancel_at_period_end: false,
      });
      await when.edits(stage, ada, { Cancel_Request__c: "At Period End" });
      await becomes(stage, "Stripe_Subscription__c", ada.recordId, asked);

      await when.daysPass(stage, ada.customer, 32);

      await becomes(stage, "Stripe_Subscription__c", ada.recordId, { Status__c: "canceled" });
      await isFound(stage, paymentsOf(ada.recordId, "Status__c"), [{ Status__c: "succeeded" }]);
    });
  });

  describe("an upgrade in mid-period", () => {
    it("is prorated by Stripe, and charged with the next invoice", async () => {
      const ada = await given.subscriber(stage, await given.customerOnClock(stage));
      await when.daysPass(stage, ada.customer, 10);

      await when.edits(stage, ada, {
        PricingPlans__c: "Business Monthly",
        Proration_Behavior__c: "create_prorations",
      });

      await becomes(stage, "Stripe_Subscription__c", ada.recordId, {
        Sync_Status__c: "Completed",
        PricingPlans__c: "Business Monthly",
        Previous_Plan__c: "Basic Monthly",
      });
      const { Amount__c: price } = await record(stage, "Stripe_Subscription__c", ada.recordId);
      await stripeSays(() => stage.stripe.subscriptions.retrieve(ada.stripeId), {
        items: { data: [{ price: { lookup_key: "business_monthly" } }] },
      });

      await when.daysPass(stage, ada.customer, 25);

      const [renewal] = (await stage.stripe.invoices.list({ subscription: ada.stripeId })).data;
      const total = (renewal?.total ?? 0) / 100;
      expect(total).toBeGreaterThan(Number(price));
      await isFound(stage, paymentsOf(ada.recordId, "Amount__c, Status__c"), [
        { Amount__c: 29, Status__c: "succeeded" },
        { Amount__c: total, Status__c: "succeeded" },
      ]);
    });
  });

  describe("an e-mail address changed on both sides within a minute", () => {
    const inSalesforce = given.someEmail("here");
    const inStripe = given.someEmail("there");
    const changeHere = ({ contactId }: given.Customer): Promise<void> =>
      update(stage.rep, "Contact", { Id: contactId, Email: inSalesforce });
    const changeThere = async ({ stripeId }: given.Customer): Promise<void> => {
      await stage.stripe.customers.update(stripeId, { email: inStripe });
    };

    it.each([
      { last: "Salesforce", changes: [changeThere, changeHere], email: inSalesforce },
      { last: "Stripe", changes: [changeHere, changeThere], email: inStripe },
    ])("ends equal, as $last said last, and bounces no further", async ({ changes, email }) => {
      const ada = await given.customer(stage);

      for (const change of changes) {
        await change(ada);
        await when.aSecondPasses();
      }

      await untilTrue(async () => {
        expect(await stage.stripe.customers.retrieve(ada.stripeId)).toMatchObject({ email });
        expect(await record(stage, "Contact", ada.contactId)).toMatchObject({
          Email: email,
          Stripe_Sync_Status__c: "Completed",
        });
        expect(await record(stage, "Stripe_Customer__c", ada.recordId)).toMatchObject({
          Email__c: email,
        });
      });
      const updates = await stage.stripe.events.list({ type: "customer.updated", limit: 100 });
      expect(
        updates.data.filter(({ data }) => "id" in data.object && data.object.id === ada.stripeId),
      ).toHaveLength(2);
    });
  });

  describe("money that goes back", () => {
    it("is on the payment to the cent, refund by refund", async () => {
      const ada = await given.subscriber(stage, await given.customer(stage));
      const charge = await firstChargeOf(ada);

      await stage.stripe.refunds.create({ charge, amount: 999 });
      await isFound(stage, paymentsOf(ada.recordId, "Amount_Refunded__c"), [
        { Amount_Refunded__c: 9.99 },
      ]);
      await stage.stripe.refunds.create({ charge });

      await isFound(stage, paymentsOf(ada.recordId, "Amount_Refunded__c, Amount__c"), [
        { Amount_Refunded__c: 29, Amount__c: 29 },
      ]);
      await becomes(stage, "Stripe_Customer__c", ada.customer.recordId, { Total_Collected__c: 0 });
    });

    it("by dispute is told from its opening to the bank's decision", async () => {
      const ada = await given.subscriber(stage, await given.customer(stage));
      const charge = await firstChargeOf(ada);
      const dispute = paymentsOf(ada.recordId, "Dispute_Status__c, Dispute_Amount__c");

      await when.atStripe(stage, "/disputes", { charge });
      await isFound(stage, dispute, [
        { Dispute_Status__c: "needs_response", Dispute_Amount__c: 29 },
      ]);
      const [opened] = (await stage.stripe.disputes.list({ charge })).data;
      await when.atStripe(stage, `/disputes/${opened?.id ?? ""}/close`, { outcome: "lost" });

      await isFound(stage, dispute, [{ Dispute_Status__c: "lost", Dispute_Amount__c: 29 }]);
    });
  });
}
