/** The measurement itself, of a small business: what it compares holds at any size. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Figure } from "../figure.ts";
import { type Business, chargedOn, customerOf, DAYS, invoicesOf, totalsOf } from "./business.ts";
import { measureScale } from "./measure.ts";

const CUSTOMERS = 100;
const REPORTS = path.resolve(import.meta.dirname, "../../../force-app/main/default/reports");

function reportsInSource(): number {
  const files = readdirSync(REPORTS, { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".report-meta.xml")).length;
}

describe("a business", () => {
  const business: Business = { customers: 400, months: 18, end: Date.UTC(2026, 10, 1) };

  it("is charged on its days as often as is said of it", () => {
    let charged = 0;
    for (let month = 0; month < business.months; month += 1)
      for (const day of DAYS)
        for (const { subscriptions } of chargedOn(business, month, day)) charged += subscriptions;

    expect(charged).toBe(invoicesOf(business));
  });

  it("has ten invoices a customer", () => {
    expect(invoicesOf({ ...business, customers: 100_000 })).toBeGreaterThanOrEqual(1_000_000);
  });

  it("owes what it is billed and does not pay", () => {
    for (let number = 0; number < business.customers; number += 1) {
      const { billed, paid, outstanding } = totalsOf(business, customerOf(business, number));
      expect(paid + outstanding).toBe(billed);
    }
  });
});

describe("a local org with a business in it", () => {
  let figures: readonly Figure[];

  beforeAll(() => {
    figures = measureScale({ customers: CUSTOMERS, changed: 10, tell: () => undefined });
  });

  it("meets every figure that has a target", () => {
    expect(figures.filter(({ isMet }) => isMet === false)).toEqual([]);
  });

  it("runs every report, and every job of a night and of all", () => {
    const told = (start: string): number =>
      figures.filter(({ what }) => what.startsWith(start)).length;

    expect(told("report ")).toBe(reportsInSource());
    expect(told("all: ")).toBeGreaterThanOrEqual(4);
    expect(told("200 mixed events")).toBe(1);
    expect(told("a night: ")).toBeGreaterThanOrEqual(9);
  });

  it("has the balances and the last month right to the cent", () => {
    expect(figures.find(({ what }) => what.startsWith("balances"))?.value).toBe("100 of 100");
    expect(figures.find(({ what }) => what.startsWith("the last month"))?.isMet).toBe(true);
  });

  it("writes nothing for customers that did not change", () => {
    const written = figures.find(({ what }) => what.startsWith("rows written of a night"));

    // A movement, a balance and what the customer shows of it, and the rows of days and months.
    expect(Number(written?.value.replaceAll(",", ""))).toBeLessThan(250);
  });
});
