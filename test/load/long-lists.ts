/** What the page costs where there is much to show: a customer with thousands of payments, an account with hundreds of customers. */
import type { Connection } from "jsforce";
import type { Page } from "playwright-core";
import { openPageStage, type PageStage } from "../../scripts/pictures/stage.ts";
import type { BenchOptions } from "./bench-options.ts";
import type { Figure } from "./figure.ts";
import { median } from "./statistics.ts";

/** One page of the component, and the first row of a second. */
const FEW = 51;
const BATCH = 200;
const DAY_MS = 86_400_000;
const PATIENCE_MS = 120_000;
/** Much may cost so many times what little costs: more would say that it grows with the history. */
const MOST_TIMES = 1.5;
const MOST_GROWTH = 1.2;
const PAGES = 20;

export async function measureLongLists({
  quick,
  projectFolder,
  tell,
}: BenchOptions): Promise<Figure[]> {
  const many = quick ? PAGES * (FEW - 1) + 1 : 5_000;
  const customers = quick ? 30 : 300;
  const rounds = quick ? 3 : 9;
  const stage = await openPageStage(projectFolder, () => undefined);
  try {
    const { connection } = stage;
    tell(`filling in a customer with ${many} payments, and an account with ${customers} customers`);
    const short = await accountWith(connection, 1, FEW);
    const long = await accountWith(connection, 1, many);
    const wide = await accountWith(connection, customers, customers);
    const page = await openAs(stage, "service");
    const times = {
      short: new Array<number>(),
      long: new Array<number>(),
      wide: new Array<number>(),
    };
    for (let round = 0; round < rounds; round += 1) {
      times.short.push(await firstRows(page, `/lightning/r/Account/${short}/view`));
      times.long.push(await firstRows(page, `/lightning/r/Account/${long}/view`));
      times.wide.push(await firstRows(page, `/lightning/r/Account/${wide}/view`));
    }
    const beside = median(times.short);
    const heaps = await heapsOverPages(page, long);
    return [
      timeFigure(`first rows, ${many} payments`, median(times.long), beside),
      timeFigure(`first rows, ${customers} customers`, median(times.wide), beside),
      heapFigure(heaps),
    ];
  } finally {
    await stage.close();
  }
}

function timeFigure(what: string, milliseconds: number, beside: number): Figure {
  return {
    what,
    value: `${Math.round(milliseconds)} ms`,
    yardstick: `${FEW} payments: ${Math.round(beside)} ms, and at most ${MOST_TIMES} times that`,
    isMet: milliseconds <= beside * MOST_TIMES,
  };
}

function heapFigure([first = 0, ...others]: readonly number[]): Figure {
  const last = others.at(-1) ?? first;
  const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
  return {
    what: `memory after ${PAGES} pages of payments`,
    value: megabytes(last),
    yardstick: `after 2 pages: ${megabytes(first)}, and at most ${MOST_GROWTH} times that`,
    isMet: last <= first * MOST_GROWTH,
  };
}

/** Written into the org as the events of years leave it. @returns the account's id */
async function accountWith(
  connection: Connection,
  customers: number,
  payments: number,
): Promise<string> {
  const account = await connection.create("Account", { Name: `${customers} × ${payments}` });
  const key = account.id ?? "";
  // Without an e-mail address no contact goes to Stripe.
  const contacts = await create(connection, "Contact", customers, (index) => ({
    LastName: `Customer ${index}`,
    AccountId: key,
  }));
  const rows = await create(connection, "Stripe_Customer__c", customers, (index) => ({
    Contact__c: contacts[index],
    Stripe_Customer_ID__c: `cus_${key}_${index}`,
    Customer_Name__c: `Customer ${index}`,
  }));
  const now = Date.now();
  await create(connection, "Payment_Transaction__c", payments, (index) => ({
    Stripe_Customer__c: rows[index % customers],
    Stripe_Payment_Intent_ID__c: `pi_${key}_${index}`,
    Amount__c: 29,
    Currency__c: "usd",
    Status__c: "succeeded",
    Transaction_Date__c: new Date(now - index * DAY_MS).toISOString(),
  }));
  return key;
}

async function create(
  connection: Connection,
  object: string,
  count: number,
  fields: (index: number) => object,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let begin = 0; begin < count; begin += BATCH) {
    const records = Array.from({ length: Math.min(BATCH, count - begin) }, (_, offset) => ({
      ...fields(begin + offset),
    }));
    for (const result of await connection.sobject(object).create(records, { allOrNone: true })) {
      if (!result.success) throw new Error(JSON.stringify(result.errors));
      ids.push(result.id);
    }
  }
  return ids;
}

async function openAs({ browser, pageUrl }: PageStage, person: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1300, height: 1000 } });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`${pageUrl}/lightning/o/Account/list?as=${person}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

/** From a click to the rows, in a page that is open; what was asked before is not kept. */
async function firstRows(page: Page, address: string): Promise<number> {
  await page.goto(new URL("/lightning/o/Account/list", page.url()).href);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const began = performance.now();
  await page.evaluate(
    `window.history.pushState(null, "", ${JSON.stringify(address)}); window.dispatchEvent(new PopStateEvent("popstate"));`,
  );
  await page.getByRole("table", { name: /^Payments/ }).waitFor();
  return performance.now() - began;
}

/** Bytes of the heap after the second and each later page, what nobody holds taken away. */
async function heapsOverPages(page: Page, account: string): Promise<readonly number[]> {
  await firstRows(page, `/lightning/r/Account/${account}/view`);
  const devTools = await page.context().newCDPSession(page);
  const card = page.getByRole("article", { name: "Payments" });
  const heaps: number[] = [];
  for (let shown = 2; shown <= PAGES; shown += 1) {
    const before = await card.getByRole("row").nth(1).innerText();
    await card.getByRole("button", { name: "Older" }).click();
    await card
      .getByRole("row")
      .nth(1)
      .filter({ hasNotText: before.slice(0, 12) })
      .waitFor();
    await page.requestGC();
    const { usedSize } = await devTools.send("Runtime.getHeapUsage");
    heaps.push(usedSize);
  }
  return heaps;
}
