import { beforeAll, expect, test } from "vitest";
import { stripeClient } from "../../../local/stack/api-clients.ts";
import { eventually } from "../../e2e/running-stack.ts";
import { payingCustomer, type PayingCustomer } from "../customer.ts";
import { axeFindings, chooseByKeyboard, picture, type OpenPage } from "../open-page.ts";

export function moneyStories(open: () => OpenPage): void {
  let customer: PayingCustomer;

  beforeAll(async () => {
    customer = await payingCustomer(open().running, "Lovelace", "Basic Monthly");
  });

  const contactPage = (): string => `/lightning/r/Contact/${customer.contactId}/view`;

  test("a rep upgrades, and the charge equals the preview to the cent", async () => {
    const page = await open().as("sales", contactPage());
    await page.getByRole("button", { name: "Change plan" }).click();
    const form = page.getByRole("region", { name: "Change Basic Monthly" });
    await chooseByKeyboard(form.getByRole("combobox", { name: "Plan" }), /^Business Monthly/);
    await form.getByLabel("Quantity").fill("3");
    await form.getByText("Prorate and charge now").click();
    await form.getByRole("button", { name: "Show what it costs" }).click();
    const confirm = form.getByRole("button", { name: /^Change and charge/ });
    await confirm.waitFor();
    await picture(page, "change-preview");
    expect(await axeFindings(page)).toEqual([]);
    const [, previewed] = /\$([\d,.]+)/.exec(await confirm.innerText()) ?? [];
    await confirm.click();

    const charged = await eventually("the charge of the upgrade", async () => {
      const { records } = await open().running.connection.query<{ Amount__c: number }>(
        `SELECT Amount__c FROM Payment_Transaction__c WHERE Status__c = 'succeeded' AND Stripe_Subscription__c = '${customer.subscriptionId}'`,
      );
      const newest = records.map(({ Amount__c }) => Amount__c).filter((amount) => amount !== 29);
      return newest[0] ?? null;
    });
    expect(charged).toBe(Number(previewed?.replaceAll(",", "")));
    await page.getByText("Business Monthly × 3").waitFor();
  });

  test("a rep sells to a company with a trial and a code, and makes a new link when the first has expired", async () => {
    const { connection, stack } = open().running;
    const stripe = stripeClient(stack.state.urls.stripe, stack.credentials.stripeKey);
    const coupon = await stripe.coupons.create({ percent_off: 25, duration: "forever" });
    const promotion = { type: "coupon", coupon: coupon.id } as const;
    await stripe.promotionCodes.create({ promotion, code: "AUTUMN25" });
    const account = await connection.create("Account", {
      Name: "Analytical Engines",
      Stripe_Billing_Email__c: "bills@example.com",
    });
    const page = await open().as("sales", `/lightning/r/Account/${account.id ?? ""}/view`);
    await page.getByRole("button", { name: "Send to Stripe" }).click();
    const dialog = page.getByRole("dialog", { name: "Send to Stripe" });
    await dialog.getByRole("button", { name: "Make a Stripe customer" }).click();
    await dialog.getByText("Is a Stripe customer.").waitFor();
    await picture(page, "send-to-stripe");
    await page.keyboard.press("Escape");

    const card = page.getByRole("article", { name: "Subscriptions" });
    await chooseByKeyboard(card.getByRole("combobox", { name: "Plan" }), /^Business Monthly/);
    await card.getByText("Trial and discount").click();
    await card.getByLabel("Trial days").fill("14");
    await card.getByLabel("Coupon or promotion code").fill("SPRING");
    await card.getByRole("button", { name: "Create payment link" }).click();
    await card.getByText(/^Stripe has no coupon and no promotion code "SPRING"/).waitFor();
    await picture(page, "code-refused");
    expect(await axeFindings(page)).toEqual([]);
    await card.getByLabel("Coupon or promotion code").fill("autumn25");
    await card.getByRole("button", { name: "Create payment link" }).click();
    const link = card.getByLabel("Payment link");
    await link.waitFor();
    await card.getByText("Days free: 14, code autumn25").waitFor();

    const first = await link.inputValue();
    await stripe.checkout.sessions.expire(sessionIn(first));
    await card.getByRole("button", { name: "Make a new link" }).click();
    await link.waitFor();
    const second = await link.inputValue();
    expect(second).not.toBe(first);

    await card.getByRole("button", { name: "Withdraw link" }).click();
    await card.getByText("Withdraw the link for Business Monthly?").waitFor();
    await picture(page, "withdraw-link");
    expect(await axeFindings(page)).toEqual([]);
    await card.getByRole("button", { name: "Yes" }).click();
    await card.getByRole("button", { name: "Send to Stripe" }).click();
    await link.waitFor();
    const third = await link.inputValue();
    expect(third).not.toBe(second);
    expect(await (await fetch(second)).text()).toContain("This payment page has expired.");

    await fetch(`${stack.state.urls.stripe}/_local/checkout/sessions/${sessionIn(third)}/pay`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ paymentMethod: "pm_card_visa", email: "bills@example.com" }),
    });
    await card.getByText("In trial", { exact: true }).waitFor();
    await card.getByText("First charge").waitFor();
    await picture(page, "in-trial");
    const [discounted] = (await stripe.subscriptions.list({ status: "trialing" })).data;
    expect(discounted?.discounts).toHaveLength(1);
  });

  const sessionIn = (link: string): string => link.split("/").at(-1) ?? "";

  test("finance gives back a part, and sales and service are not offered to", async () => {
    const page = await open().as("finance", contactPage());
    await page
      .getByRole("button", { name: /^Refund…/ })
      .last()
      .click();
    const form = page.getByRole("region", { name: /^Refund PMT/ });
    await form.getByLabel("Amount in USD").fill("4.50");
    await chooseByKeyboard(form.getByRole("combobox", { name: "Reason" }), /^Charged twice/);
    await picture(page, "refund");
    expect(await axeFindings(page)).toEqual([]);
    await form.getByRole("button", { name: /^Refund .4\.50/ }).click();
    await page.getByText(/is being given back/).waitFor();
    await page.getByText("$4.50 refunded", { exact: false }).first().waitFor();
    await page
      .getByRole("button", { name: /^What happened/ })
      .last()
      .click();
    await page.getByText("Given back", { exact: true }).waitFor();
    await picture(page, "refunded");

    for (const person of ["sales", "service"]) {
      const other = await open().as(person, contactPage());
      await other.getByRole("table", { name: /^Payments/ }).waitFor();
      expect(await other.getByRole("button", { name: /^Refund/ }).count()).toBe(0);
    }
  });
}
