/** What payers do, and what the people in Salesforce see of it. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { stripeClient } from "../../../local/stack/api-clients.ts";
import { Acting } from "../../../scripts/seed/acting.ts";
import { declines } from "../../../scripts/seed/sample-customers.ts";
import { customerWithAccount } from "../customer.ts";
import { axeFindings, chooseByKeyboard, picture, type OpenPage } from "../open-page.ts";

const STEP_MS = 40_000;
const DAYS_AGO = 34;

export function payingStories(open: () => OpenPage): void {
  test("a card with 3-D Secure: the bank asks, the customer fails and tries again, and the rep sees it active", async () => {
    const contactId = await customerWithAccount(open().running, "Noether");
    const page = await open().as("sales", `/lightning/r/Contact/${contactId}/view`);
    await chooseByKeyboard(page.getByRole("combobox", { name: "Plan" }), /^Basic Monthly/);
    await page.getByRole("button", { name: "Create payment link" }).click();
    const link = page.getByLabel("Payment link");
    await link.waitFor();

    const checkout = await page.context().newPage();
    await checkout.goto(await link.inputValue());
    await checkout
      .getByRole("combobox", { name: "Card" })
      .selectOption("pm_card_threeDSecure2Required");
    await checkout.getByRole("button", { name: "Subscribe" }).click();
    await checkout.getByRole("button", { name: "Fail authentication" }).click();
    await checkout.getByRole("alert").waitFor();
    await picture(checkout, "3ds-failed");
    expect(await page.getByText("Waits for the customer to pay.").isVisible()).toBe(true);

    await checkout
      .getByRole("combobox", { name: "Card" })
      .selectOption("pm_card_threeDSecure2Required");
    await checkout.getByRole("button", { name: "Subscribe" }).click();
    await checkout.getByRole("button", { name: "Complete authentication" }).click();
    await checkout.getByRole("heading", { name: "Paid" }).waitFor();

    await page.getByText("Next charge").waitFor();
    await page.getByText("$29.00 paid").waitFor();
    await picture(page, "3ds-active");
    expect(await axeFindings(page)).toEqual([]);
  });

  test("a renewal is declined: service sees why and when Stripe tries again, and the customer pays on the page that is sent", async () => {
    const { connection, stack } = open().running;
    const stripe = stripeClient(stack.state.urls.stripe, stack.credentials.stripeKey);
    const acting = await Acting.enter(
      { connection, stripe, isLocal: true },
      { firstName: "Emilie", lastName: "Breteuil", daysAgo: DAYS_AGO },
      STEP_MS,
    );
    await acting.subscribes("Business Monthly");
    await declines(acting);
    await acting.pass(DAYS_AGO - 1);
    await acting.ends({ Status__c: "past_due" });

    const page = await open().as("service", `/lightning/r/Contact/${acting.contactId}/view`);
    const row = page
      .getByRole("table", { name: /^Payments/ })
      .getByRole("row")
      .filter({ hasText: "Failed" });
    await row.getByText(/^Stripe tries again/).waitFor();
    await row.getByText("Your card was declined.").waitFor();
    await row.getByRole("button", { name: /^What to do/ }).click();
    await row.getByText(/^Ask the customer to call the bank/).waitFor();
    await picture(page, "declined-advice");
    expect(await axeFindings(page)).toEqual([]);

    await row.getByRole("button", { name: "Send payment page" }).click();
    const mail = page.getByRole("dialog", { name: "E-mail" });
    const [address = ""] = /http\S+/.exec(await mail.innerText()) ?? [];
    await mail.getByRole("button", { name: "Send" }).click();
    await payInvoice(page, address);

    await page.getByText("Everything is paid.").waitFor();
    await page.getByText("Failed", { exact: true }).waitFor({ state: "detached" });
    await picture(page, "declined-then-paid");
  });

  async function payInvoice(page: Page, address: string): Promise<void> {
    const invoice = await page.context().newPage();
    await invoice.goto(address);
    await invoice.getByLabel("Card").selectOption("pm_card_visa");
    await invoice.getByRole("button", { name: /^Pay/ }).click();
    await invoice.getByText(/^Paid on/).waitFor();
    await invoice.close();
  }
}
