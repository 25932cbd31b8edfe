/** What the README's pictures show: the product at work, as each role sees it. */
import type { Locator, Page } from "playwright-core";
import { Acting } from "../seed/acting.ts";
import { declines } from "../seed/sample-customers.ts";
import { PIXEL_RATIO, type View } from "./sheet.ts";
import type { PageStage } from "./stage.ts";

/** For a slow machine: a picture may wait. */
const PATIENCE = 120_000;
/** Wide enough for tables to be tables. */
const WIDTH = 800;
const TELEPHONE = { width: 420, height: 640 };
const DAYS_AGO = 34;

/** A rep sells: the link that is made, the page where the customer pays, and what the rep sees then without doing anything. */
export async function aSale(scene: PageStage): Promise<readonly (readonly View[])[]> {
  const account = await scene.connection.create("Account", { Name: "Analytical Engines" });
  const contact = await scene.connection.create("Contact", {
    FirstName: "Ada",
    LastName: "Lovelace",
    Email: "ada@example.com",
    AccountId: account.id,
  });
  const page = await open(scene, "sales", `/lightning/r/Contact/${contact.id ?? ""}/view`);
  const card = page.getByRole("article", { name: "Subscriptions" });
  await card.getByRole("combobox", { name: "Plan" }).click();
  await page.getByRole("option", { name: /^Business Monthly/ }).click();
  const link = card.getByLabel("Payment link");
  await card.getByRole("button", { name: "Create payment link" }).click();
  await link.waitFor();
  await card.getByText(/^The link expires in/).waitFor();
  const linked = await seen("1. A rep chooses a plan, and sends the link.", card);

  const checkout = await page.context().newPage();
  checkout.setDefaultTimeout(PATIENCE);
  await checkout.setViewportSize(TELEPHONE);
  await checkout.goto(await link.inputValue());
  await checkout.getByLabel("Name on card").fill("Ada Lovelace");
  const paying = await seen("2. The customer pays.", checkout.locator("body"));
  await checkout.getByRole("button", { name: "Subscribe" }).click();
  await checkout.getByRole("heading", { name: "Paid" }).waitFor();
  const thanked = await seen("3. The money is there.", checkout.locator("body"));
  await checkout.close();

  await card.getByText("Next charge").waitFor();
  const payments = page.getByRole("article", { name: "Payments" });
  await payments.getByText("$99.00 paid").waitFor();
  const active = await seen("4. The rep's page shows it without reloading …", card);
  const paid = await seen("… and the payment below it.", payments);
  return [
    [linked, active, paid],
    [paying, thanked],
  ];
}

/** Service finds out why a renewal failed, finance gives money back, an admin sees that all of it arrives. */
export async function theOthers(scene: PageStage): Promise<readonly (readonly View[])[]> {
  const declined = await aDeclinedRenewal(scene);
  const address = `/lightning/r/Contact/${declined}/view`;
  const service = await open(scene, "service", address);
  const payments = service.getByRole("article", { name: "Payments" });
  await payments.getByRole("button", { name: /^What to do/ }).click();
  const advice = await seen(
    "Service, in Berlin: why it failed, what to do and to say, when Stripe tries again",
    payments,
  );

  const finance = await open(scene, "finance", address);
  const paid = finance.getByRole("article", { name: "Payments" });
  await paid.getByRole("button", { name: /^Refund…/ }).click();
  const form = paid.getByRole("region", { name: /^Refund PMT/ });
  await form.getByLabel("Amount in USD").fill("40");
  await form.getByRole("combobox", { name: "Reason" }).click();
  await finance.getByRole("option", { name: "The customer asked for it" }).click();
  await form.getByRole("button", { name: /^Refund \$40\.00/ }).waitFor();
  const refund = await seen("Finance, in Tokyo: a refund, in part", form);
  const home = await open(scene, "finance", "/lightning/page/home");
  const figures = home.getByRole("article", { name: "Revenue" });
  await figures.getByRole("table").waitFor();
  const revenue = await seen("Finance: how the month stands; each figure opens its list", figures);

  const admin = await open(scene, "admin", "/lightning/page/home");
  const health = admin.getByRole("article", { name: "Integration with Stripe" });
  await health.getByRole("table", { name: "Events, newest first" }).waitFor();
  const light = await seen(
    "Admin: whether all of it arrives, and if not, why",
    health,
    LIGHT_HEIGHT,
  );
  return [
    [advice, refund],
    [revenue, light],
  ];
}

/** The light, its figures and the hours; the list of events below is long. */
const LIGHT_HEIGHT = 440;

async function aDeclinedRenewal({ connection, stripe }: PageStage): Promise<string> {
  const acting = await Acting.enter(
    { connection, stripe, isLocal: true },
    { firstName: "Grace", lastName: "Hopper", daysAgo: DAYS_AGO },
    PATIENCE,
  );
  await acting.subscribes("Business Monthly");
  await declines(acting);
  await acting.pass(DAYS_AGO - 1);
  await acting.ends({ Status__c: "past_due" });
  return acting.contactId;
}

async function open(
  { browser, pageUrl }: PageStage,
  person: string,
  address: string,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: WIDTH, height: 900 },
    deviceScaleFactor: PIXEL_RATIO,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(`${pageUrl}${address}?as=${person}`);
  return page;
}

/** @param height of the upper part that is shown; all of it without one */
async function seen(words: string, what: Locator, height?: number): Promise<View> {
  await what.waitFor();
  if (height === undefined) return { words, image: await what.screenshot() };
  await what.scrollIntoViewIfNeeded();
  const box = await what.boundingBox();
  if (box === null) throw new Error(`There is nothing to see of: ${words}`);
  return { words, image: await what.page().screenshot({ clip: { ...box, height } }) };
}
