/** Whether Salesforce and Stripe agree: finance compares and mends, an administrator says whose a customer is. */
import { beforeAll, expect, test } from "vitest";
import { stripeClient } from "../../../local/stack/api-clients.ts";
import { eventually } from "../../e2e/running-stack.ts";
import { allHasArrived } from "../../e2e/sync/arrived.ts";
import { payingCustomer, type PayingCustomer } from "../customer.ts";
import { axeFindings, picture, type OpenPage } from "../open-page.ts";
import { expectFits } from "../walk.ts";

const NARROW = 390;
const TAB = "/lightning/n/Stripe_Sync";

export function agreeingStories(open: () => OpenPage): void {
  let customer: PayingCustomer;
  let invoice: { readonly Id: string; readonly Name: string; readonly Total__c: number };

  beforeAll(async () => {
    customer = await payingCustomer(open().running, "Babbage", "Basic Monthly");
    invoice = await eventually("the invoice", async () => {
      const { records } = await open().running.connection.query<typeof invoice>(
        `SELECT Id, Name, Total__c FROM Stripe_Invoice__c WHERE Status__c = 'paid' AND Stripe_Subscription__c = '${customer.subscriptionId}'`,
      );
      return records[0] ?? null;
    });
  });

  /**
   * As somebody with all rights might do it by mistake, past the rule that guards what Stripe owns. What Stripe still has to tell of the sale would
   * mend it at once, and leave nothing to find.
   */
  async function damage(): Promise<void> {
    await eventually(
      "the last event of the sale",
      async () => (await allHasArrived(open().running)) || null,
    );
    await open().running.connection.update("Stripe_Invoice__c", {
      Id: invoice.Id,
      Total__c: invoice.Total__c + 1,
      Sync_Stamp__c: String(Date.now()),
    });
  }
  async function total(): Promise<number> {
    const { Total__c } = await open().running.connection.retrieve("Stripe_Invoice__c", invoice.Id);
    return Number(Total__c);
  }

  test("finance asks whether an invoice is as in Stripe, sees the amount that is not, and mends it", async () => {
    await damage();
    const page = await open().as("finance", `/lightning/r/Stripe_Invoice__c/${invoice.Id}/view`);
    const card = page.getByRole("article", { name: "As in Stripe?" });
    await card.getByRole("button", { name: "Compare with Stripe" }).click();
    await card.getByText("Not as in Stripe: 1").waitFor();
    const row = card.getByRole("row").nth(1);
    expect(await row.innerText()).toContain(String(invoice.Total__c + 1));
    expect(await row.innerText()).toContain("Money");
    await picture(page, "compare-differs");
    expect(await axeFindings(page)).toEqual([]);

    await card.getByRole("button", { name: "Mend this record" }).click();
    await card.getByText(/^Mended: 1\./).waitFor();
    expect(await total()).toBe(invoice.Total__c);
    await picture(page, "compare-mended");
    await card.getByRole("button", { name: "Compare with Stripe" }).click();
    await card.getByText("All fields are as in Stripe.").waitFor();
  });

  test("service compares, and is not offered to mend", async () => {
    await damage();
    const page = await open().as("service", `/lightning/r/Stripe_Invoice__c/${invoice.Id}/view`);
    const card = page.getByRole("article", { name: "As in Stripe?" });
    await card.getByRole("button", { name: "Compare with Stripe" }).click();
    await card.getByText("Not as in Stripe: 1").waitFor();
    expect(await card.getByRole("button", { name: "Mend this record" }).count()).toBe(0);
  });

  test("finance begins a comparison, follows it, and mends what was chosen by a run of its own", async () => {
    await damage();
    const page = await open().as("finance", TAB);
    const runs = page.getByRole("article", { name: "Salesforce and Stripe" });
    await runs.getByLabel("Stripe Invoices").check();
    await runs.getByRole("button", { name: "Compare with Stripe" }).click();
    await runs.getByText("Done: both agree").first().waitFor();
    // What is as young as this invoice a person's run leaves out.
    await open().running.connection.create("Stripe_Sync_Run__c", {
      Is_Dry__c: true,
      Types__c: "invoices",
      To__c: new Date(Date.now() + 60_000).toISOString(),
    });
    await runs.getByRole("button", { name: "Look again" }).click();
    await runs.getByText("Done with differences").first().waitFor();
    await picture(page, "sync-runs");
    expect(await axeFindings(page)).toEqual([]);
    await runs
      .getByRole("button", { name: /^Open / })
      .first()
      .click();

    const table = page.getByRole("table", { name: "Differences" });
    await table.getByText("Total", { exact: true }).waitFor();
    await table.getByLabel(/^Choose .* Total$/).check();
    await picture(page, "sync-run");
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Mend chosen" }).click();
    await page.getByText("Repaired", { exact: true }).first().waitFor();
    await page.getByRole("heading", { name: /Chosen objects, mends/ }).waitFor();
    await eventually("the amount", async () => (await total()) === invoice.Total__c || null);
    await picture(page, "sync-run-mended");
  });

  test("an administrator says whose a customer is that Stripe had before, and the contact gets its customer", async () => {
    const { connection, stack } = open().running;
    const stripe = stripeClient(stack.state.urls.stripe, stack.credentials.stripeKey);
    const { id } = await stripe.customers.create({ name: "Countess of Lovelace" });
    await eventually("the customer", async () => {
      const found = await connection.query(
        `SELECT Id FROM Stripe_Customer__c WHERE Stripe_Customer_ID__c = '${id}'`,
      );
      return found.totalSize > 0 || null;
    });
    const account = await connection.create("Account", { Name: "Ockham Park" });
    const contact = await connection.create("Contact", {
      FirstName: "Ada",
      LastName: "Ockham",
      AccountId: account.id,
    });

    const page = await open().as("admin", TAB);
    const card = page.getByRole("article", { name: "Customers that belong to nobody" });
    await card.getByRole("button", { name: "Find the contact of Countess of Lovelace" }).click();
    const search = card.getByLabel("Name or e-mail of the contact");
    await search.fill("Ockham");
    await search.press("Enter");
    const choice = card.getByRole("button", { name: "Join Countess of Lovelace with Ada Ockham" });
    await choice.waitFor();
    await picture(page, "unmatched-customers");
    expect(await axeFindings(page)).toEqual([]);
    await choice.click();
    await card.getByText("Countess of Lovelace is the contact Ada Ockham now.").waitFor();
    await eventually("the contact's customer", async () => {
      const { Stripe_Customer_ID__c } = await connection.retrieve("Contact", contact.id ?? "");
      return Stripe_Customer_ID__c === id || null;
    });
  });

  test("the tab fits a phone, and who may not see runs is told so", async () => {
    const phone = await open().as("finance", TAB, NARROW);
    await phone.getByRole("article", { name: "Salesforce and Stripe" }).waitFor();
    await phone.getByRole("table", { name: "Sync runs, newest first" }).waitFor();
    await expectFits(phone);
    await picture(phone, "sync-runs-phone");
    const page = await open().as("sales", TAB);
    await page.getByText("The person's permission sets do not show this tab.").first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
}
