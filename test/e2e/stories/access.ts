/** Who may see and do what, over the API: what a permission set does not give is not there. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Connection } from "jsforce";
import type { StackCredentials } from "../../../local/stack/credentials.ts";
import { connect } from "../../../scripts/trigger/records.ts";
import { eventually } from "../running-stack.ts";
import * as given from "./given.ts";
import { create, rows, update } from "./records.ts";
import type { Stage } from "./stage.ts";

const OBJECTS = [
  "Stripe_Customer__c",
  "Stripe_Subscription__c",
  "Stripe_Invoice__c",
  "Payment_Transaction__c",
  "Pricing_Plan__c",
  "Stripe_Alert__c",
  "Stripe_Webhook_Event__c",
] as const;

let stage: Stage;
let ada: given.Subscriber;

function as(user: "colleague" | "relay" | "sales" | "service" | "finance"): Promise<Connection> {
  const { state, credentials } = stage.running.stack;
  const client: StackCredentials[typeof user] = credentials[user];
  return connect(state.urls.org, client);
}

const event = (id: string): Record<string, unknown> => ({
  Event_Id__c: id,
  Type__c: "invoice.upcoming",
  Object_Id__c: "in_1",
  Created_At__c: new Date().toISOString(),
  Received_At__c: new Date().toISOString(),
  Livemode__c: false,
  Lane__c: "standard",
  Correlation_Id__c: "access",
  Payload__c: JSON.stringify({ object: { id: "in_1", object: "invoice" } }),
});

export function accessStories(open: () => Stage): void {
  beforeAll(async () => {
    stage = open();
    ada = await given.subscriber(stage, await given.customer(stage));
  });

  describe("a user without any of the permission sets", () => {
    it.each(OBJECTS)("does not know of %s", async (object) => {
      const colleague = await as("colleague");

      await expect(colleague.query(`SELECT Id FROM ${object}`)).rejects.toThrow(/not supported/);
      await expect(create(colleague, object, {})).rejects.toThrow(/does not exist/);
      await expect(update(colleague, object, { Id: ada.recordId })).rejects.toThrow(
        /does not exist/,
      );
    });

    it("sees contacts of accounts without what Stripe adds to them, and cannot publish events", async () => {
      const colleague = await as("colleague");
      const account = await create(stage.rep, "Account", { Name: "Acme" });
      const byron = await create(stage.rep, "Contact", { LastName: "Byron", AccountId: account });

      const contacts = await rows(
        colleague,
        `SELECT Id, LastName FROM Contact WHERE Id IN ('${byron}', '${ada.customer.contactId}')`,
      );

      // Ada King has no account: she is her rep's alone.
      expect(contacts).toEqual([expect.objectContaining({ LastName: "Byron" })]);
      await expect(colleague.query("SELECT Stripe_Customer_ID__c FROM Contact")).rejects.toThrow(
        /No such column/,
      );
      await expect(create(colleague, "Stripe_Event__e", event("evt_colleague"))).rejects.toThrow(
        /does not exist/,
      );
    });
  });

  describe("the relay's user", () => {
    it("publishes events, which are applied", async () => {
      await create(await as("relay"), "Stripe_Event__e", event("evt_relay"));

      await eventually("the event's row", async () => {
        const found = await rows(
          stage.running.connection,
          "SELECT Status__c FROM Stripe_Webhook_Event__c WHERE Event_Id__c = 'evt_relay'",
        );
        return found.length === 1 ? true : null;
      });
    });

    it.each([...OBJECTS, "Contact", "Stripe_Event__e"])("reads nothing of %s", async (object) => {
      const relay = await as("relay");

      await expect(relay.query(`SELECT Id FROM ${object}`)).rejects.toThrow(/not support|INVALID/);
    });

    it("writes no record", async () => {
      const relay = await as("relay");

      for (const object of [...OBJECTS, "Contact"]) {
        await expect(create(relay, object, {}), object).rejects.toThrow(/does not exist/);
      }
      await expect(
        update(relay, "Contact", { Id: ada.customer.contactId, LastName: "Mallory" }),
      ).rejects.toThrow(/does not exist/);
    });
  });

  describe("the roles", () => {
    it("of sales, service and finance read subscriptions and payments, not the event log", async () => {
      for (const role of ["sales", "service", "finance"] as const) {
        const connection = await as(role);

        expect(
          await rows(
            connection,
            `SELECT Status__c FROM Stripe_Subscription__c WHERE Id = '${ada.recordId}'`,
          ),
          role,
        ).toEqual([expect.objectContaining({ Status__c: "active" })]);
        await expect(connection.query("SELECT Id FROM Stripe_Webhook_Event__c")).rejects.toThrow(
          /not supported/,
        );
      }
    });

    it("of service and finance change no plan", async () => {
      for (const role of ["service", "finance"] as const) {
        await expect(
          update(await as(role), "Stripe_Subscription__c", { Id: ada.recordId, Quantity__c: 2 }),
          role,
        ).rejects.toThrow(/insufficient access/);
      }
    });

    it("leave to Stripe what Stripe owns, the administrator's too", async () => {
      const change = { Id: ada.recordId, Status__c: "canceled" };

      await expect(update(stage.rep, "Stripe_Subscription__c", change)).rejects.toThrow(
        /Unable to create\/update fields: Status__c/,
      );
      await expect(
        update(stage.running.connection, "Stripe_Subscription__c", change),
      ).rejects.toThrow(/come from Stripe and cannot be changed here/);
    });

    it("of the administrator replays events", async () => {
      const row = await eventually("an event of hers", async () => {
        const [found] = await rows(
          stage.running.connection,
          `SELECT Id FROM Stripe_Webhook_Event__c WHERE Status__c = 'Processed' AND Object_Id__c = '${ada.stripeId}' LIMIT 1`,
        );
        return found ?? null;
      });
      const replayed = await stage.running.connection.tooling.executeAnonymous(
        `System.debug(StripeReplayEventsAction.replay(new List<Id>{ '${String(row["Id"])}' }));`,
      );

      expect(replayed.exceptionMessage).toBeNull();
      expect(replayed.success).toBe(true);
    });
  });
}
