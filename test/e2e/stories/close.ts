/** The nightly close and the files finance exports, against what Stripe says. */
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportMonth } from "../../../scripts/finance/export.ts";
import { parseMonth } from "../../../scripts/finance/month.ts";
import { eventually } from "../running-stack.ts";
import { rows } from "./records.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
let folder: string;

/** @returns the day that was closed: the files before this one may have taken the night */
async function closeToday(): Promise<string> {
  const { connection } = stage.running;
  const today = new Date().toISOString().slice(0, 10);
  const closed = await connection.tooling.executeAnonymous(
    `Database.executeBatch(new StripeCloseDayBatch(Date.valueOf('${today}')), 200);`,
  );
  expect(closed).toMatchObject({ success: true });
  await eventually("the month", async () => {
    const [month] = await rows(
      connection,
      `SELECT Id FROM Stripe_Revenue_Month__c WHERE Closed_Through__c = ${today}`,
    );
    return month ?? null;
  });
  return today;
}

/** In major units, by currency: active and past due subscriptions, a month's worth of their plain prices. */
async function revenueInStripe(): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const status of ["active", "past_due"] as const) {
    for await (const subscription of stage.stripe.subscriptions.list({ status, limit: 100 })) {
      for (const item of subscription.items.data) {
        const currency = subscription.currency.toUpperCase();
        sums[currency] = (sums[currency] ?? 0) + monthly(item);
      }
    }
  }
  return sums;
}

/** The same, once Salesforce has it too: the last events of the sample customers are still on their way when the seed is done. */
async function revenueThatHasCome(): Promise<Record<string, number>> {
  const expected = await revenueInStripe();
  await eventually("the revenue Stripe knows", async () => {
    const balances = await rows(
      stage.running.connection,
      "SELECT Currency__c, MRR__c FROM Stripe_Balance__c WHERE MRR__c != 0",
    );
    const sums: Record<string, number> = {};
    for (const { Currency__c: currency, MRR__c: monthly } of balances)
      sums[String(currency)] = (sums[String(currency)] ?? 0) + Number(monthly);
    const isThere = Object.entries(expected).every(
      ([currency, amount]) => Math.abs((sums[currency] ?? 0) - amount) < 0.01,
    );
    return isThere ? sums : null;
  });
  return expected;
}

function monthly({ price, quantity }: Stripe.SubscriptionItem): number {
  const timesAYear: Record<string, number> = { day: 365, week: 52, month: 12, year: 1 };
  const { interval, interval_count: count } = price.recurring ?? {
    interval: "month" as const,
    interval_count: 1,
  };
  return (
    (((price.unit_amount ?? 0) / 100) * (quantity ?? 1) * (timesAYear[interval] ?? 0)) / count / 12
  );
}

async function exported(name: string): Promise<string[][]> {
  const file = (await readdir(folder)).find((found) => found.startsWith(name)) ?? "";
  const text = await readFile(path.join(folder, file), "utf8");
  return text
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
}

/** Of the sample data, whatever else is done with it. */
export function closeStories(open: () => Stage): void {
  beforeAll(async () => {
    stage = open();
    folder = await mkdtemp(path.join(tmpdir(), "finance-"));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("closes with the revenue Stripe's own subscriptions add up to, and exports as files that agree", async () => {
    const expected = await revenueThatHasCome();
    const today = await closeToday();

    const lines: string[] = [];
    const month = parseMonth(today.slice(0, 7));
    if (month === undefined) throw new Error(`${today} is in no month`);
    const exitCode = await exportMonth({
      connection: stage.running.connection,
      month,
      folder,
      say: (line) => lines.push(line),
    });

    const isOver = today === month.last;
    expect(lines.filter((line) => !line.includes(".csv"))).toEqual(
      isOver ? [] : [expect.stringContaining(`closed through ${today}`)],
    );
    expect(exitCode).toBe(isOver ? 0 : 1);
    const closing = await rows(
      stage.running.connection,
      // Renewals of test clocks are money of months that are not closed yet.
      "SELECT Currency__c, Closing_MRR__c FROM Stripe_Revenue_Month__c WHERE Closed_Through__c != NULL",
    );
    expect(closing.length).toBeGreaterThan(0);
    for (const row of closing)
      expect(row["Closing_MRR__c"]).toBeCloseTo(expected[String(row["Currency__c"])] ?? 0, 2);
    const [header = [], ...customers] = await exported("mrr-per-customer");
    expect(header).toEqual([
      "customer_id",
      "customer_name",
      "currency",
      "livemode",
      "account",
      "mrr",
    ]);
    const inFile = customers.reduce((sum, cells) => sum + Number(cells.at(-1)), 0);
    expect(inFile).toBeCloseTo(
      Object.values(expected).reduce((sum, amount) => sum + amount, 0),
      1,
    );
  });

  test("is not closed again", async () => {
    const count = "SELECT COUNT(Id) movements FROM Stripe_MRR_Movement__c";
    await revenueThatHasCome();
    await closeToday();
    const before = await rows(stage.running.connection, count);

    await closeToday();

    expect(await rows(stage.running.connection, count)).toEqual(before);
  });
}
