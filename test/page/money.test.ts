import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "../e2e/running-stack.ts";
import { chromiumPath } from "./chromium.ts";
import { payingCustomer, type PayingCustomer } from "./customer.ts";
import { axeFindings, chooseByKeyboard, openPage, picture, type OpenPage } from "./open-page.ts";

const PATIENCE = 40_000;

describe.skipIf(chromiumPath() === null && process.env["CI"] === undefined)(
  "money, in a browser",
  () => {
    let open: OpenPage;
    let customer: PayingCustomer;

    beforeAll(async () => {
      open = await openPage();
      customer = await payingCustomer(open.running, "Lovelace", "Basic Monthly");
    });
    afterAll(async () => {
      await open.stop();
    });

    const contactPage = (): string => `/lightning/r/Contact/${customer.contactId}/view`;

    test("a rep upgrades, and the charge equals the preview to the cent", async () => {
      const page = await open.as("sales", contactPage());
      await page.getByRole("button", { name: "Change plan" }).click({ timeout: PATIENCE });
      const form = page.getByRole("region", { name: "Change Basic Monthly" });
      await chooseByKeyboard(form.getByRole("combobox", { name: "Plan" }), /^Business Monthly/);
      await form.getByLabel("Quantity").fill("3");
      await form.getByText("Prorate and charge now").click();
      await form.getByRole("button", { name: "Show what it costs" }).click();
      const confirm = form.getByRole("button", { name: /^Change and charge/ });
      await confirm.waitFor({ timeout: PATIENCE });
      await picture(page, "change-preview");
      expect(await axeFindings(page)).toEqual([]);
      const [, previewed] = /\$([\d,.]+)/.exec(await confirm.innerText()) ?? [];
      await confirm.click();

      const charged = await eventually("the charge of the upgrade", async () => {
        const { records } = await open.running.connection.query<{ Amount__c: number }>(
          `SELECT Amount__c FROM Payment_Transaction__c WHERE Status__c = 'succeeded' AND Stripe_Subscription__c = '${customer.subscriptionId}'`,
        );
        const newest = records.map(({ Amount__c }) => Amount__c).filter((amount) => amount !== 29);
        return newest[0] ?? null;
      });
      expect(charged).toBe(Number(previewed?.replaceAll(",", "")));
      await page.getByText("Business Monthly × 3").waitFor({ timeout: PATIENCE });
    });

    test("finance gives back a part, and sales and service are not offered to", async () => {
      const page = await open.as("finance", contactPage());
      await page
        .getByRole("button", { name: /^Refund…/ })
        .last()
        .click({ timeout: PATIENCE });
      const form = page.getByRole("region", { name: /^Refund PMT/ });
      await form.getByLabel("Amount in USD").fill("4.50");
      await chooseByKeyboard(form.getByRole("combobox", { name: "Reason" }), /^Charged twice/);
      await picture(page, "refund");
      expect(await axeFindings(page)).toEqual([]);
      await form.getByRole("button", { name: /^Refund .4\.50/ }).click();
      await page.getByText(/is being given back/).waitFor({ timeout: PATIENCE });
      await page
        .getByText("$4.50 refunded", { exact: false })
        .first()
        .waitFor({ timeout: PATIENCE });
      await page
        .getByRole("button", { name: /^What happened/ })
        .last()
        .click();
      await page.getByText("Given back", { exact: true }).waitFor({ timeout: PATIENCE });
      await picture(page, "refunded");

      for (const person of ["sales", "service"]) {
        const other = await open.as(person, contactPage());
        await other.getByRole("table", { name: /^Payments/ }).waitFor({ timeout: PATIENCE });
        expect(await other.getByRole("button", { name: /^Refund/ }).count()).toBe(0);
      }
    });
  },
);
