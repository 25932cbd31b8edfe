import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STRIPE_API_VERSION } from "../../local/stack/stack.ts";
import { eventually } from "../e2e/running-stack.ts";
import { newId, post, signed } from "../e2e/webhook.ts";
import { chromiumPath } from "./chromium.ts";
import { payingCustomer } from "./customer.ts";
import { axeFindings, openPage, picture, type OpenPage } from "./open-page.ts";

const PATIENCE = 40_000;
const HOME = "/lightning/page/home";

describe.skipIf(chromiumPath() === null && process.env["CI"] === undefined)(
  "the integration's health, in a browser",
  () => {
    let open: OpenPage;
    let intent: string;

    beforeAll(async () => {
      open = await openPage();
      const { subscriptionId } = await payingCustomer(open.running, "Hopper", "Basic Monthly");
      const { records } = await open.running.connection.query<{
        Stripe_Payment_Intent_ID__c: string;
      }>(
        `SELECT Stripe_Payment_Intent_ID__c FROM Payment_Transaction__c WHERE Stripe_Subscription__c = '${subscriptionId}'`,
      );
      intent = records[0]?.Stripe_Payment_Intent_ID__c ?? "";
    });
    afterAll(async () => {
      await open.stop();
    });

    /** An event that no handler can apply, as a Stripe of tomorrow might send it: an intent without its currency. */
    async function sendUnreadable(): Promise<string> {
      const { urls } = open.running.stack.state;
      const id = newId("evt");
      const created = Math.floor(Date.now() / 1000);
      const object = {
        id: intent,
        object: "payment_intent",
        amount: 500,
        amount_received: 500,
        created,
        livemode: false,
        status: "succeeded",
      };
      const { body, signature } = await signed(
        {
          id,
          object: "event",
          api_version: STRIPE_API_VERSION,
          created,
          livemode: false,
          type: "payment_intent.succeeded",
          data: { object },
        },
        open.running.stack.credentials.webhookSecret,
      );
      expect((await post(urls.worker, body, signature)).status).toBe(200);
      await eventually("the failed event", async () => {
        const { records } = await open.running.connection.query<{ Status__c: string }>(
          `SELECT Status__c FROM Stripe_Webhook_Event__c WHERE Event_Id__c = '${id}'`,
        );
        return records[0]?.Status__c === "Failed" ? true : null;
      });
      return id;
    }

    test("an admin sees that an event failed and why, replays it in vain, and has its object read again", async () => {
      const failed = await sendUnreadable();
      const page = await open.as("admin", HOME);
      await page.getByText("Failed events: 1. See below why.").waitFor({ timeout: PATIENCE });
      await picture(page, "health-failed");
      expect(await axeFindings(page)).toEqual([]);

      await page.getByRole("button", { name: `Details of ${failed}` }).click();
      await page.getByLabel("Payload").getByText('"payment_intent"').waitFor({ timeout: PATIENCE });
      await page.getByRole("button", { name: `Replay ${failed}` }).click();
      await page
        .getByRole("status")
        .getByText(/^0 applied, 1 failed again/)
        .waitFor({ timeout: PATIENCE });

      await page.getByLabel("Read an object again").fill(intent);
      await page.getByRole("button", { name: "Read", exact: true }).click();
      await eventually("the object that was read again", async () => {
        const { records } = await open.running.connection.query<{ Status__c: string }>(
          `SELECT Status__c FROM Stripe_Webhook_Event__c WHERE Object_Id__c = '${intent}' AND Lane__c = 'reread'`,
        );
        return ["Processed", "Duplicate"].includes(records[0]?.Status__c ?? "") ? true : null;
      });
      await picture(page, "health-read-again");
    });

    test("whoever is no admin finds no event log on the home page", async () => {
      const page = await open.as("sales", HOME);
      await page
        .getByRole("navigation", { name: "Tabs" })
        .getByRole("link", { name: "Home" })
        .waitFor({ timeout: PATIENCE });
      expect(await page.getByText("Integration with Stripe").count()).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
    });

    test("while Salesforce is away the page says so, and comes back by itself", async () => {
      const page = await open.as("admin", HOME);
      await page
        .getByRole("table", { name: "Events, newest first" })
        .waitFor({ timeout: PATIENCE });
      const faults = `${open.running.stack.state.urls.org}/_local/faults`;
      const headers = { "content-type": "application/json" };
      await fetch(faults, { method: "POST", headers, body: '{"kind":"unavailable"}' });
      await page.getByRole("button", { name: "Look again" }).click();
      await page
        .getByText(/^The server is unavailable/)
        .first()
        .waitFor({ timeout: PATIENCE });
      await fetch(faults, { method: "DELETE" });
      await page
        .getByRole("table", { name: "Events, newest first" })
        .waitFor({ timeout: PATIENCE });
    });
  },
);
