/** What people are told of when money does not come: once per cause, and that it is over. */
import { beforeAll, describe, expect, it } from "vitest";
import * as given from "./given.ts";
import { becomes, isFound, rows } from "./records.ts";
import type { Stage } from "./stage.ts";
import * as when from "./when.ts";

let stage: Stage;

const alertsAbout = ({ recordId }: given.Customer): string =>
  `SELECT Kind__c, Status__c, Message__c FROM Stripe_Alert__c WHERE Stripe_Customer__c = '${recordId}' ORDER BY Occurred_At__c`;
const tasksAbout = ({ contactId }: given.Customer): string =>
  `SELECT Subject FROM Task WHERE WhoId = '${contactId}'`;

export function alertStories(open: () => Stage): void {
  beforeAll(() => {
    stage = open();
  });

  describe("a declined renewal", () => {
    it("alerts the rep once, however often Stripe tries, until the customer has paid", async () => {
      const ada = await given.subscriber(stage, await given.customerOnClock(stage));
      await when.replacesCard(stage, ada, "pm_card_chargeCustomerFail");

      await when.daysPass(stage, ada.customer, 32);
      await becomes(stage, "Stripe_Subscription__c", ada.recordId, { Status__c: "past_due" });
      const alert = {
        Kind__c: "payment_failed",
        Message__c: expect.stringMatching(/29\.00 USD by Ada King failed/) as string,
      };
      await isFound(stage, alertsAbout(ada.customer), [{ ...alert, Status__c: "Open" }]);
      await isFound(stage, tasksAbout(ada.customer), [
        { Subject: expect.stringContaining("29.00 USD") as string },
      ]);
      await when.daysPass(stage, ada.customer, 3);
      await isFound(
        stage,
        `SELECT Attempt_Count__c FROM Stripe_Invoice__c WHERE Stripe_Subscription__c = '${ada.recordId}' AND Status__c = 'open'`,
        [{ Attempt_Count__c: 2 }],
      );
      await isFound(stage, alertsAbout(ada.customer), [{ ...alert, Status__c: "Open" }]);

      await when.replacesCard(stage, ada, "pm_card_visa");
      await when.paysOpenInvoices(stage, ada);

      await isFound(stage, alertsAbout(ada.customer), [{ ...alert, Status__c: "Resolved" }]);
      await becomes(stage, "Stripe_Subscription__c", ada.recordId, { Status__c: "active" });
      expect(await rows(stage.rep, tasksAbout(ada.customer))).toHaveLength(1);
    });
  });

  describe("a dispute", () => {
    it("alerts the rep until the bank has decided", async () => {
      const ada = await given.subscriber(stage, await given.customer(stage));
      const [charge] = (await stage.stripe.charges.list({ customer: ada.customer.stripeId })).data;
      const alert = { Kind__c: "dispute_opened" };

      await when.atStripe(stage, "/disputes", { charge: charge?.id });
      await isFound(stage, alertsAbout(ada.customer), [{ ...alert, Status__c: "Open" }]);
      const [dispute] = (await stage.stripe.disputes.list({ charge: charge?.id ?? "" })).data;
      await when.atStripe(stage, `/disputes/${dispute?.id ?? ""}/close`, { outcome: "won" });

      await isFound(stage, alertsAbout(ada.customer), [{ ...alert, Status__c: "Resolved" }]);
    });
  });
}
