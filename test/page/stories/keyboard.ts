/** The sale by keyboard alone, and the page in other languages' forms of money, dates and time. */
import { beforeAll, expect, test } from "vitest";
import { stripeClient } from "../../../local/stack/api-clients.ts";
import { customerWithAccount, payingCustomer, type PayingCustomer } from "../customer.ts";
import { axeFindings, chooseByKeyboard, picture, type OpenPage } from "../open-page.ts";
import { hasKeyboard, pressByKeyboard, tabTo } from "../walk.ts";

const DAY_MS = 86_400_000;

export function keyboardStories(open: () => OpenPage): void {
  test("a rep sells, copies the link, and cancels, by keyboard alone", async () => {
    const { stack } = open().running;
    const contactId = await customerWithAccount(open().running, "Agnesi");
    const page = await open().as("sales", `/lightning/r/Contact/${contactId}/view`);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const { keyboard } = page;
    const card = page.getByRole("article", { name: "Subscriptions" });

    const plan = card.getByRole("combobox", { name: "Plan" });
    await tabTo(plan);
    await chooseByKeyboard(plan, /^Business Monthly/);
    await tabTo(card.getByLabel("Quantity"));
    await keyboard.press("ControlOrMeta+A");
    await keyboard.type("2");
    await pressByKeyboard(card.getByRole("button", { name: "Create payment link" }));
    const link = card.getByLabel("Payment link");
    await link.waitFor();
    await pressByKeyboard(card.getByRole("button", { name: "Copy" }));
    await card.getByText("The link was copied.").waitFor();
    const copied = await page.evaluate<string>("navigator.clipboard.readText()");
    expect(copied).toBe(await link.inputValue());
    expect(await axeFindings(page)).toEqual([]);

    const checkout = await page.context().newPage();
    await checkout.goto(copied);
    await tabTo(checkout.getByLabel("Email"));
    await checkout.keyboard.type("agnesi@example.com");
    await pressByKeyboard(checkout.getByRole("button", { name: "Subscribe" }));
    await checkout.getByRole("heading", { name: "Paid" }).waitFor();
    await checkout.close();

    await card.getByText("Next charge").waitFor();
    await pressByKeyboard(card.getByRole("button", { name: "Cancel now" }));
    await pressByKeyboard(card.getByRole("button", { name: "Yes" }));
    await card.getByText("Ended", { exact: true }).waitFor();
    await picture(page, "keyboard-canceled");
    const stripe = stripeClient(stack.state.urls.stripe, stack.credentials.stripeKey);
    const { data } = await stripe.subscriptions.list({ status: "canceled" });
    expect(data.length).toBeGreaterThan(0);
  });

  test("whoever presses a button keeps the keyboard there, or is brought to what became of it", async () => {
    const contactId = await customerWithAccount(open().running, "Germain");
    const page = await open().as("sales", `/lightning/r/Contact/${contactId}/view`);
    const card = page.getByRole("article", { name: "Subscriptions" });
    const plan = card.getByRole("combobox", { name: "Plan" });
    await plan.waitFor();
    await chooseByKeyboard(plan, /^Basic Monthly/);
    await pressByKeyboard(card.locator("summary"));
    await card.getByLabel("Coupon or promotion code").fill("NOBODYHASTHIS");
    const sell = card.getByRole("button", { name: "Create payment link" });
    await pressByKeyboard(sell);
    await card.getByText(/^Stripe has no coupon/).waitFor();
    expect(await hasKeyboard(sell)).toBe(true);

    await card.getByLabel("Coupon or promotion code").fill("");
    await tabTo(sell);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await card.getByLabel("Payment link").waitFor();
    const sold = card.getByRole("button", { name: /Basic Monthly/ });
    await expect.poll(() => hasKeyboard(sold)).toBe(true);
    expect(await card.getByLabel("Payment link").count()).toBe(1);

    await pressByKeyboard(card.getByRole("button", { name: "Withdraw link" }));
    await pressByKeyboard(card.getByRole("button", { name: "Yes" }));
    await card.getByRole("button", { name: "Withdraw link" }).waitFor({ state: "detached" });
    await expect.poll(() => hasKeyboard(sold)).toBe(true);
  });

  test("who goes to another page by a link in it has the keyboard there, and the window says where that is", async () => {
    const contactId = await customerWithAccount(open().running, "Kovalevskaya");
    const page = await open().as("sales", "/lightning/o/Contact/list");
    await pressByKeyboard(page.getByRole("link", { name: "Kovalevskaya", exact: true }));
    await page.waitForURL(`**/${contactId}/view`);
    const main = page.getByRole("main");
    await expect.poll(() => main.evaluate((element) => element.matches(":focus"))).toBe(true);
    await expect.poll(() => page.title()).toMatch(/Kovalevskaya/);

    await pressByKeyboard(page.getByRole("link", { name: "What I Am Told" }));
    await expect.poll(() => page.title()).toBe("What I Am Told");
    await page.goBack();
    await expect.poll(() => page.title()).toMatch(/Kovalevskaya/);
  });

  test("a form that is refused has the keyboard at the field to mend", async () => {
    const page = await open().as("sales", "/lightning/o/Contact/list");
    await pressByKeyboard(page.getByRole("button", { name: "New", exact: true }));
    const form = page.getByRole("dialog");
    await form.getByLabel("Email", { exact: true }).fill("nobody");
    await pressByKeyboard(form.getByRole("button", { name: "Save" }));

    await expect
      .poll(() => form.getByLabel("Last Name").evaluate((field) => field.matches(":focus")))
      .toBe(true);
    await page.keyboard.type("Noether");
    await pressByKeyboard(form.getByRole("button", { name: "Save" }));

    await expect
      .poll(() =>
        form.getByLabel("Email", { exact: true }).evaluate((field) => field.matches(":focus")),
      )
      .toBe(true);
  });

  let customer: PayingCustomer;
  /** When the payment was made, as the org has it. */
  let paidAt: Date;

  beforeAll(async () => {
    customer = await payingCustomer(open().running, "Cartwright", "Basic Monthly");
    const { records } = await open().running.connection.query<{ Transaction_Date__c: string }>(
      `SELECT Transaction_Date__c FROM Payment_Transaction__c WHERE Stripe_Subscription__c = '${customer.subscriptionId}'`,
    );
    paidAt = new Date(records[0]?.Transaction_Date__c ?? "");
  });

  test.each([
    { person: "service", locale: "de-DE", timeZone: "Europe/Berlin", amount: "29,00 $" },
    { person: "finance", locale: "ja-JP", timeZone: "Asia/Tokyo", amount: "$29.00" },
    { person: "admin", locale: "en-GB", timeZone: "Europe/London", amount: "US$29.00" },
  ])(
    "$person reads money and moments as in $locale, at the clock of $timeZone, and types days so",
    async ({ person, locale, timeZone, amount }) => {
      const page = await open().as(person, `/lightning/r/Contact/${customer.contactId}/view`);
      const row = page
        .getByRole("table", { name: /^Payments/ })
        .getByRole("row")
        .nth(1);
      await row.waitFor();
      const moment = new Intl.DateTimeFormat(locale, {
        year: "numeric",
        month: "short",
        day: "numeric",
        hour: "2-digit",
        minute: "2-digit",
        timeZone,
      }).format(paidAt);
      const words = (await row.innerText()).replaceAll(/\s/g, " ");
      expect(words).toContain(moment);
      expect(words).toContain(amount);
      await page
        .getByRole("article", { name: "Subscriptions" })
        .getByText(amount)
        .first()
        .waitFor();
      await picture(page, `locale-${locale}`);

      const dayBefore = new Intl.DateTimeFormat(locale, {
        year: "numeric",
        month: "short",
        day: "numeric",
        timeZone: "UTC",
      }).format(paidAt.getTime() - 2 * DAY_MS);
      await tabTo(page.getByLabel("Until"));
      await page.keyboard.type(dayBefore);
      await page.keyboard.press("Tab");
      await page.getByText("No payment is like that.").waitFor();
    },
  );
}
