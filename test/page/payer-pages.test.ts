/** The pages payers meet at local Stripe, in a browser: narrow, by keyboard, and readable by all. */
import type Stripe from "stripe";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Harness } from "../../local/stripe/testing/local-stripe-harness.ts";
import { startHarness } from "../../local/stripe/testing/local-stripe-harness.ts";
import { openBrowser } from "./chromium.ts";
import { axeFindings, picture } from "./open-page.ts";
import { watch, type Watched } from "./shown.ts";

const NARROW = { width: 390, height: 800 };

let harness: Harness;
let browser: Browser;
let stripe: Stripe;
let page: Page;
let watched: Watched;

beforeAll(async () => {
  [harness, browser] = await Promise.all([startHarness(), openBrowser()]);
  stripe = harness.sdk();
  page = await browser.newPage({ viewport: NARROW });
  watched = watch(page.context(), "the payer");
});

afterEach(async ({ task }) => {
  const errors = task.result?.errors ?? [];
  const shown = errors.length > 0 ? `\n\n${await watched.tell()}` : "";
  for (const error of errors) error.message += shown;
});

afterAll(async () => {
  await browser.close();
  await harness.stop();
});

/** Everything a page is checked for wherever a test arrives. */
async function expectFit(name: string): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  const width = await page.evaluate<number>("document.documentElement.scrollWidth");
  expect(width).toBeLessThanOrEqual(NARROW.width);
  const hrefs = await page
    .locator("a[href]")
    .evaluateAll((links) => links.map((link) => (link as unknown as { href: string }).href));
  expect(hrefs.filter((href) => !href.startsWith(harness.url()))).toEqual([]);
  await picture(page, `payer-${name}`);
}

/** Goes by Tab to the button, and presses it. */
async function pressByKeyboard(name: RegExp): Promise<void> {
  const button = page.getByRole("button", { name });
  for (let tabs = 0; tabs < 20; tabs++) {
    await page.keyboard.press("Tab");
    if (await button.evaluate((element) => element.ownerDocument.activeElement === element)) {
      await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
      return;
    }
  }
  throw new Error(`Tab never reached ${String(name)}.`);
}

async function openInvoice(): Promise<Stripe.Invoice> {
  const customer = await stripe.customers.create({ name: "Ada Lovelace" });
  const draft = await stripe.invoices.create({
    customer: customer.id,
    collection_method: "send_invoice",
    days_until_due: 30,
  });
  await stripe.invoiceItems.create({
    customer: customer.id,
    invoice: draft.id,
    amount: 2000,
    currency: "usd",
    description: "Workshop",
  });
  return stripe.invoices.sendInvoice(draft.id);
}

test("an invoice is declined, authenticated and paid by keyboard, and has a receipt", async () => {
  const invoice = await openInvoice();
  await page.goto(invoice.hosted_invoice_url ?? "");
  await expectFit("invoice");

  await page.getByLabel("Card").selectOption("pm_card_visa_chargeDeclined");
  await pressByKeyboard(/^Pay/);
  expect(await page.getByRole("alert").textContent()).toBe("Your card was declined.");
  await expectFit("invoice-declined");

  await page.getByLabel("Card").selectOption("pm_card_threeDSecure2Required");
  await pressByKeyboard(/^Pay/);
  await expectFit("authentication");
  await pressByKeyboard(/Complete/);
  await page.getByText(/^Paid on/).waitFor();
  await expectFit("invoice-paid");

  await page.getByRole("link", { name: /^Receipt/ }).click();
  await page.getByText("visa ending in 3220").waitFor();
  await expectFit("receipt");
});

test("Checkout is paid by keyboard and ends on this machine", async () => {
  const session = await stripe.checkout.sessions.create({
    mode: "payment",
    line_items: [
      {
        price_data: { currency: "usd", unit_amount: 2000, product_data: { name: "Seat" } },
        quantity: 1,
      },
    ],
    success_url: "https://example.com/thanks",
    cancel_url: "https://example.com/plans",
  });
  await page.goto(session.url ?? "");
  await expectFit("checkout");

  await page.getByLabel("Email").fill("ada@example.com");
  await pressByKeyboard(/^Pay/);
  await page.getByRole("heading", { name: "Paid" }).waitFor();
  await expectFit("checkout-paid");
});

test("the Billing Portal updates a card and cancels, by keyboard", async () => {
  const customer = await stripe.customers.create({
    name: "Ada Lovelace",
    payment_method: "pm_card_visa",
  });
  const { data } = await stripe.paymentMethods.list({ customer: customer.id });
  const price = await stripe.prices.create({
    currency: "usd",
    unit_amount: 2000,
    recurring: { interval: "month" },
    product_data: { name: "Seat" },
  });
  await stripe.subscriptions.create({
    customer: customer.id,
    default_payment_method: data[0]?.id ?? "",
    items: [{ price: price.id }],
  });
  const { url } = await stripe.billingPortal.sessions.create({ customer: customer.id });
  await page.goto(url);
  await expectFit("portal");

  await page.getByLabel("Card").selectOption("pm_card_mastercard");
  await pressByKeyboard(/^Update card/);
  await page.getByText("mastercard ending in 4444").waitFor();
  await pressByKeyboard(/^Cancel Seat/);
  await page.getByRole("button", { name: "Do not cancel Seat" }).waitFor();
  await expectFit("portal-canceled");
});
