import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { stripeClient } from "../../../local/stack/api-clients.ts";
import { STRIPE_API_VERSION } from "../../../local/stack/stack.ts";
import { connect } from "../../../scripts/trigger/records.ts";
import { eventually } from "../../e2e/running-stack.ts";
import { newId, post, signed } from "../../e2e/webhook.ts";
import { payingCustomer } from "../customer.ts";
import { axeFindings, picture, type OpenPage } from "../open-page.ts";

const HOME = "/lightning/page/home";
/** Longer than the health takes for silence. */
const SILENT_MS = 20 * 60_000;
const LOOK_MS = 5_000;

export function healthStories(open: () => OpenPage): void {
  let intent: string;

  beforeAll(async () => {
    const { subscriptionId } = await payingCustomer(open().running, "Hopper", "Basic Monthly");
    const { records } = await open().running.connection.query<{
      Stripe_Payment_Intent_ID__c: string;
    }>(
      `SELECT Stripe_Payment_Intent_ID__c FROM Payment_Transaction__c WHERE Stripe_Subscription__c = '${subscriptionId}'`,
    );
    intent = records[0]?.Stripe_Payment_Intent_ID__c ?? "";
  });

  /** An event that no handler can apply, as a Stripe of tomorrow might send it: an intent without its currency. */
  async function sendUnreadable(): Promise<string> {
    const { urls } = open().running.stack.state;
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
      open().running.stack.credentials.webhookSecret,
    );
    expect((await post(urls.worker, body, signature)).status).toBe(200);
    await eventually("the failed event", async () => {
      const { records } = await open().running.connection.query<{ Status__c: string }>(
        `SELECT Status__c FROM Stripe_Webhook_Event__c WHERE Event_Id__c = '${id}'`,
      );
      return records[0]?.Status__c === "Failed" ? true : null;
    });
    return id;
  }

  test("an admin takes the relay's right away by mistake, sees the red light and its reason, mends it, and what waited arrives", async () => {
    const { connection, stack } = open().running;
    const { records } = await connection.query<{
      Id: string;
      AssigneeId: string;
      PermissionSetId: string;
    }>(
      "SELECT Id, AssigneeId, PermissionSetId FROM PermissionSetAssignment WHERE PermissionSet.Name = 'Stripe_Relay'",
    );
    const [assignment] = records;
    await lastReport(new Date(Date.now() - SILENT_MS));
    await connection.sobject("PermissionSetAssignment").destroy(assignment?.Id ?? "");
    const stripe = stripeClient(stack.state.urls.stripe, stack.credentials.stripeKey);
    await stripe.refunds.create({ payment_intent: intent, amount: 100 });

    const page = await open().as("admin", HOME);
    const light = page.getByRole("status").filter({ hasText: "Something is wrong." });
    await light.getByText(/^The relay has been silent since/).waitFor();
    await picture(page, "health-red");
    expect(await axeFindings(page)).toEqual([]);
    expect(await refunded()).toBe(0);

    await connection.create("PermissionSetAssignment", {
      AssigneeId: assignment?.AssigneeId,
      PermissionSetId: assignment?.PermissionSetId,
    });
    await eventually("the refund that waited", async () => (await refunded()) === 1 || null);
    // What the relay itself reported and alerted of while it had no right, it takes back with its next minutes.
    await eventually("a look that finds all well", () => lookAgain(page), 240);
    await picture(page, "health-mended");
  });

  async function lookAgain(page: Page): Promise<true | null> {
    await lastReport(new Date());
    await page.getByRole("button", { name: "Look again" }).click();
    const well = page.getByText("All is well.");
    return well.waitFor({ timeout: LOOK_MS }).then(
      () => true,
      () => null,
    );
  }

  async function refunded(): Promise<number> {
    const { records } = await open().running.connection.query<{
      Amount_Refunded__c: number | null;
    }>(
      `SELECT Amount_Refunded__c FROM Payment_Transaction__c WHERE Stripe_Payment_Intent_ID__c = '${intent}'`,
    );
    return records[0]?.Amount_Refunded__c ?? 0;
  }

  /** The relay's last report is of that moment. */
  async function lastReport(moment: Date): Promise<void> {
    const { connection, stack } = open().running;
    const { records } = await connection.query<{ Id: string }>(
      "SELECT Id FROM Stripe_Relay_State__c",
    );
    // An older report than the one that is kept would be left out.
    for (const { Id } of records) await connection.sobject("Stripe_Relay_State__c").destroy(Id);
    const relay = await connect(stack.state.urls.org, stack.credentials.relay);
    const at = moment.toISOString();
    const id = `state_${moment.getTime()}`;
    const object = {
      object: "relay.state",
      id: "relay",
      open_events: 0,
      lag_seconds: null,
      dead_letters: 0,
      budget_used: 0,
      breaker: "closed",
    };
    await relay.create("Stripe_Event__e", {
      Event_Id__c: id,
      Type__c: "relay.state",
      Object_Id__c: "relay",
      Created_At__c: at,
      Received_At__c: at,
      Livemode__c: true,
      Lane__c: "urgent",
      Correlation_Id__c: id,
      Payload__c: JSON.stringify({ object }),
    });
    await eventually("the relay's report", async () => {
      const kept = await connection.query("SELECT Id FROM Stripe_Relay_State__c");
      return kept.totalSize > 0 || null;
    });
  }

  test("an admin sees that an event failed and why, replays it in vain, and has its object read again", async () => {
    const failed = await sendUnreadable();
    const page = await open().as("admin", HOME);
    await page.getByText("Failed events: 1. See below why.").waitFor();
    await picture(page, "health-failed");
    expect(await axeFindings(page)).toEqual([]);

    await page.getByRole("button", { name: `Details of ${failed}` }).click();
    await page.getByLabel("Payload").getByText('"payment_intent"').waitFor();
    await page.getByRole("button", { name: `Replay ${failed}` }).click();
    await page
      .getByRole("status")
      .getByText(/^0 applied, 1 failed again/)
      .waitFor();

    await page.getByLabel("Read an object again").fill(intent);
    await page.getByRole("button", { name: "Read", exact: true }).click();
    await eventually("the object that was read again", async () => {
      const { records } = await open().running.connection.query<{ Status__c: string }>(
        `SELECT Status__c FROM Stripe_Webhook_Event__c WHERE Object_Id__c = '${intent}' AND Lane__c = 'reread'`,
      );
      return ["Processed", "Duplicate"].includes(records[0]?.Status__c ?? "") ? true : null;
    });
    await picture(page, "health-read-again");
  });

  test("whoever is no admin finds no event log on the home page", async () => {
    const page = await open().as("sales", HOME);
    await page
      .getByRole("navigation", { name: "Tabs" })
      .getByRole("link", { name: "Home" })
      .waitFor();
    expect(await page.getByText("Integration with Stripe").count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });

  test("while Salesforce is away the page says so, and comes back by itself", async () => {
    const page = await open().as("admin", HOME);
    await page.getByRole("table", { name: "Events, newest first" }).waitFor();
    const faults = `${open().running.stack.state.urls.org}/_local/faults`;
    const headers = { "content-type": "application/json" };
    await fetch(faults, { method: "POST", headers, body: '{"kind":"unavailable"}' });
    await page.getByRole("button", { name: "Look again" }).click();
    await page
      .getByText(/^The server is unavailable/)
      .first()
      .waitFor();
    await fetch(faults, { method: "DELETE" });
    await page.getByRole("table", { name: "Events, newest first" }).waitFor();
  });
}
