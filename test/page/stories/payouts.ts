/** A line of the bank statement: finance sees what it is made of, to the cent, and takes it along as a file. */
import { readFile } from "node:fs/promises";
import type { Locator } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { stripeClient } from "../../../local/stack/api-clients.ts";
import { eventually } from "../../e2e/running-stack.ts";
import { allHasArrived } from "../../e2e/sync/arrived.ts";
import { axeFindings, picture, type OpenPage } from "../open-page.ts";
import { expectFits, pressByKeyboard, tabTo } from "../walk.ts";

const NARROW = 390;
/** 100.00, 20.00 and 50.00 paid by card, 7.33 given back, 50.00 disputed; in cents, with what Stripe keeps of each. */
const PAID = 9680 + 1912 + 4825 - 733 - 6500;
const FEES = 320 + 88 + 175 + 1500;

interface Payout {
  readonly Id: string;
  readonly Name: string;
  readonly Stripe_Payout_ID__c: string;
}

export function payoutStories(open: () => OpenPage): void {
  let payout: Payout;

  beforeAll(async () => {
    // What others paid before is a payout of its own.
    await atStripe("payouts", { currency: "usd" });
    const { stack, connection } = open().running;
    const stripe = stripeClient(stack.state.urls.stripe, stack.credentials.stripeKey);
    const { id: customer } = await stripe.customers.create({
      name: "Grace Hopper",
      email: "hopper@example.com",
    });
    const pay = async (amount: number): Promise<string> => {
      const { latest_charge: charge } = await stripe.paymentIntents.create({
        amount,
        currency: "usd",
        customer,
        payment_method: "pm_card_visa",
        confirm: true,
      });
      return typeof charge === "string" ? charge : (charge?.id ?? "");
    };
    await pay(10_000);
    await stripe.refunds.create({ charge: await pay(2000), amount: 733 });
    await atStripe("disputes", { charge: await pay(5000) });
    await atStripe("payouts", { currency: "usd" });
    payout = await eventually("the payout with its transactions", async () => {
      const { records } = await connection.query<Payout>(
        `SELECT Id, Name, Stripe_Payout_ID__c FROM Stripe_Payout__c WHERE Amount__c = ${PAID / 100} AND Transactions_Read_At__c != NULL`,
      );
      return records[0] ?? null;
    });
    await eventually(
      "the last event of its payments, which it may overtake",
      async () => (await allHasArrived(open().running)) || null,
    );
  });

  async function atStripe(what: string, body: object): Promise<void> {
    const answer = await fetch(`${open().running.stack.state.urls.stripe}/_local/${what}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  test("finance goes by keyboard from the list to a payout, whose parts add up to it, and on to a payment and its fee", async () => {
    const page = await open().as("finance", "/lightning/o/Stripe_Payout__c/list");
    await pressByKeyboard(page.getByRole("link", { name: payout.Name, exact: true }));
    await page.getByText("What It Is Made Of").waitFor();
    const details = page.locator("page-detail");
    await details.getByText("$91.84").first().waitFor();
    await details.getByText("$20.83").waitFor();
    await details.getByText("$0.00").waitFor();
    await picture(page, "payout");
    expect(await axeFindings(page)).toEqual([]);

    await tabTo(page.getByRole("tab", { name: "Details" }));
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const parts = page.getByRole("table", { name: "Stripe Balance Transactions (5)" });
    await parts.waitFor();
    const rows = await cellsOf(parts);
    expect(rows.map((row) => row["Reporting Category"]).toSorted()).toEqual([
      "Charge",
      "Charge",
      "Charge",
      "Dispute",
      "Refund",
    ]);
    expect(sumOf(rows, "Net with Currency")).toBe(PAID);
    expect(sumOf(rows, "Fee with Currency")).toBe(FEES);
    await picture(page, "payout-parts");
    expect(await axeFindings(page)).toEqual([]);

    await pressByKeyboard(
      parts.getByRole("row").filter({ hasText: "$96.80" }).getByRole("link", { name: /^PMT-/ }),
    );
    await page.getByText("Settlement Currency").waitFor();
    await page.getByText("3.20").first().waitFor();
    await picture(page, "payment-with-its-fee");
    expect(await axeFindings(page)).toEqual([]);
  });

  test("finance compares the payout with Stripe, and nothing differs", async () => {
    const page = await open().as("finance", `/lightning/r/Stripe_Payout__c/${payout.Id}/view`);
    const card = page.getByRole("article", { name: "As in Stripe?" });
    await card.getByRole("button", { name: "Compare with Stripe" }).click();
    await card.getByText("All fields are as in Stripe.").waitFor();
  });

  test("the report of payouts adds up to the cent, and so does the file finance takes along", async () => {
    const { records } = await open().running.connection.query<{ Id: string }>(
      "SELECT Id FROM Report WHERE DeveloperName = 'Stripe_Payouts'",
    );
    const page = await open().as("finance", `/lightning/r/Report/${records[0]?.Id ?? ""}/view`);
    await page.getByRole("table").getByText(payout.Stripe_Payout_ID__c).waitFor();
    await picture(page, "report-payouts");
    expect(await axeFindings(page)).toEqual([]);

    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export CSV" }).click();
    const [head = [], ...lines] = csv(await readFile(await (await saving).path(), "utf8"));
    const net = head.indexOf("Net");
    const own = lines.filter((line) => line.includes(payout.Stripe_Payout_ID__c));
    expect(own).toHaveLength(5);
    expect(own.reduce((sum, line) => sum + Math.round(Number(line[net]) * 100), 0)).toBe(PAID);
  });

  test("on a telephone the payout and its parts fit the screen", async () => {
    const page = await open().as(
      "finance",
      `/lightning/r/Stripe_Payout__c/${payout.Id}/view?formFactor=Small`,
      NARROW,
    );
    await page.getByText("What It Is Made Of").waitFor();
    await expectFits(page);
    await page.getByRole("tab", { name: "Related" }).click();
    await page.getByText("Dispute", { exact: true }).waitFor();
    await expectFits(page);
    await picture(page, "payout-telephone");
    expect(await axeFindings(page)).toEqual([]);
  });
}

/** The rows of a table, each with its words by column. */
async function cellsOf(table: Locator): Promise<Readonly<Record<string, string>>[]> {
  const columns = await table.getByRole("columnheader").allInnerTexts();
  const rows: Readonly<Record<string, string>>[] = [];
  for (const row of (await table.getByRole("row").all()).slice(1)) {
    const cells = await row.locator("th, td").allInnerTexts();
    rows.push(Object.fromEntries(columns.map((name, place) => [name, cells[place] ?? ""])));
  }
  return rows;
}

/** In cents, of amounts as `-$65.00`. */
function sumOf(rows: readonly Readonly<Record<string, string>>[], column: string): number {
  return rows.reduce(
    (sum, row) => sum + Math.round(Number((row[column] ?? "").replaceAll(/[$,]/g, "")) * 100),
    0,
  );
}

/** None of these files has a comma or a quote in a value. */
function csv(text: string): string[][] {
  return text
    .replace("\uFEFF", "")
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
}
