import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { eventually } from "../../e2e/running-stack.ts";
import { axeFindings, chooseByKeyboard, picture, type OpenPage } from "../open-page.ts";

const TABS: Readonly<Record<string, readonly string[]>> = {
  sales: ["Contacts", "Accounts", "Stripe Subscriptions", "Stripe Customers"],
  service: ["Contacts", "Accounts", "Stripe Subscriptions", "Payment Transactions"],
  finance: ["Stripe Invoices", "Payment Transactions"],
  admin: ["Contacts", "Stripe Webhook Events"],
};

/** Tabs of pages, and not of lists: a text they show once they know what to show. */
const TEXT_OF_PAGES: Readonly<Record<string, string>> = {
  "What I Am Told": "Each cause is told once",
  "Stripe Sync": "Salesforce and Stripe",
};

export function sellingStories(open: () => OpenPage): void {
  let contactId: string;

  const contactPage = (): string => `/lightning/r/Contact/${contactId}/view`;

  test("a rep makes a contact, sells, the customer pays, and the rep sees it active without reloading", async () => {
    const page = await open().as("sales", "/lightning/o/Contact/list");
    await page.getByRole("button", { name: "New", exact: true }).click();
    await page.getByLabel("First Name").fill("Grace");
    await page.getByLabel("Last Name").fill("Hopper");
    await page.getByLabel("Email", { exact: true }).fill("grace@example.com");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Is a Stripe customer.").waitFor();
    contactId = /Contact\/(\w+)\//.exec(page.url())?.[1] ?? "";
    await giveAccount(contactId);

    await page.getByRole("combobox", { name: "Plan" }).click();
    await page.getByRole("option", { name: /^Business Monthly/ }).click();
    await page.getByText("Total: $99.00 each month").waitFor();
    await page.getByRole("button", { name: "Create payment link" }).click();
    await page.getByText(/^The link expires in 2[34] h/).waitFor();
    await picture(page, "checkout-link");
    expect(await axeFindings(page)).toEqual([]);
    await page.evaluate("window.wasNotReloaded = true");

    await payAt(await page.getByLabel("Payment link").inputValue(), page);

    await page.getByText("Next charge").waitFor();
    expect(await page.evaluate("window.wasNotReloaded")).toBe(true);
    await page.getByText("$99.00 paid").waitFor();
    await picture(page, "checkout-active");
  });

  /** A contact without an account is its owner's alone, and the others would have nothing to read. */
  async function giveAccount(Id: string): Promise<void> {
    const { connection } = open().running;
    const account = await connection.create("Account", { Name: "Hopper Compilers" });
    await connection.update("Contact", { Id, AccountId: account.id });
  }

  async function payAt(link: string, page: Page): Promise<void> {
    const checkout = await page.context().newPage();
    await checkout.goto(link);
    await checkout.getByRole("button", { name: "Subscribe" }).click();
    await eventually("the subscription", async () => {
      const { records } = await open().running.connection.query<{ Status__c: string }>(
        "SELECT Status__c FROM Stripe_Subscription__c",
      );
      return records[0]?.Status__c === "active" ? true : null;
    });
    await checkout.close();
  }

  test("service reads the payments in the language and at the clock of their user, by keyboard alone", async () => {
    const page = await open().as("service", contactPage());
    await page.getByText("Everything is paid.").waitFor();
    expect(await page.getByRole("table", { name: /^Payments/ }).innerText()).toContain("99,00");

    await chooseByKeyboard(page.getByRole("combobox", { name: "Show" }), /^Failed/);
    await page.getByText("No payment is like that.").waitFor();
    expect(await page.getByRole("button", { name: "Create payment link" }).count()).toBe(0);
  });

  test.each(Object.keys(TABS))(
    "%s finds every tab drawn, with nothing for axe to find",
    async (person) => {
      const page = await open().as(person, "/lightning/o/Contact/list");
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(error.message));
      const tabs = page.getByRole("navigation", { name: "Tabs" }).getByRole("link");
      await tabs.first().waitFor();
      const names = await tabs.allInnerTexts();
      expect(names).toEqual(expect.arrayContaining([...(TABS[person] ?? [])]));
      for (const name of names.filter((each) => each !== "Home")) {
        await tabs.getByText(name, { exact: true }).click();
        await page.getByRole("heading", { level: 1, name }).waitFor();
        await page
          .getByText(TEXT_OF_PAGES[name] ?? /^(No items to show\.|\d+\+? items?)$/)
          .first()
          .waitFor();
      }
      expect(await axeFindings(page)).toEqual([]);
      expect(faults).toEqual([]);
      await picture(page, `tabs-${person}`);
    },
  );

  test("a colleague without a permission set sees standard objects only, and is told why on a page", async () => {
    const page = await open().as("colleague", contactPage());
    await page
      .getByText(/^You may not see this\./)
      .first()
      .waitFor();
    await picture(page, "colleague");
  });

  test("on a telephone nothing is wider than the screen", async () => {
    const page = await open().as("service", contactPage(), 390);
    await page.getByText("Everything is paid.").waitFor();
    const width = await page.evaluate("document.documentElement.scrollWidth");
    expect(width).toBeLessThanOrEqual(390);
    await picture(page, "telephone");
  });

  test("while Salesforce is away the components say so, and come back by themselves", async () => {
    const page = await open().as("finance", contactPage());
    await page.getByText("Everything is paid.").waitFor();
    const faults = `${open().running.stack.state.urls.org}/_local/faults`;
    const headers = { "content-type": "application/json" };
    await fetch(faults, { method: "POST", headers, body: '{"kind":"unavailable"}' });
    await page.getByRole("button", { name: "Refresh" }).click();
    await page
      .getByText(/^The server is unavailable/)
      .first()
      .waitFor();
    await picture(page, "org-away");
    await fetch(faults, { method: "DELETE" });
    await page.getByRole("table", { name: /^Payments/ }).waitFor();
    expect(await page.getByRole("table", { name: /^Payments/ }).innerText()).toContain("$99.00");
  });
}
