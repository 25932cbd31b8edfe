import { describe, expect, test } from "vitest";
import { chartData, chartKind } from "./chart-data.ts";
import { csvOf } from "./report-csv.ts";
import { tableOf } from "./report-table.ts";
import type { Fact, ReportResult } from "./types.ts";

const row = (
  name: string,
  amount: number | null,
  day: string,
): NonNullable<Fact["rows"]>[number] => ({
  dataCells: [
    { label: name, value: name },
    amount === null
      ? { label: "-", value: null }
      : { label: `$${amount}`, value: { amount, currency: null } },
    { label: "1/5/2026", value: day },
  ],
});

/** Grouped by currency and, as `down` says, by plan below it. */
function result(down: ReportResult["groupingsDown"]["groupings"]): ReportResult {
  const info = (label: string, dataType: string): { label: string; dataType: string } => ({
    label,
    dataType,
  });
  const sum = (value: number): Fact["aggregates"] => [{ label: `$${value}`, value }];
  return {
    allData: true,
    factMap: {
      "T!T": { aggregates: [], rows: [] },
      "0!T": {
        aggregates: sum(30),
        rows: [row("=HYPERLINK(1)", -10, "2026-01-05"), row('A "B", C', 40, "2026-01-05")],
      },
      "1!T": { aggregates: sum(5), rows: [row("D", null, "2026-01-05")] },
      "0_0!T": { aggregates: sum(20) },
      "0_1!T": { aggregates: sum(10) },
      "1_0!T": { aggregates: sum(5) },
    },
    groupingsDown: { groupings: down },
    groupingsAcross: { groupings: [] },
    reportExtendedMetadata: {
      aggregateColumnInfo: { "s!Amount": info("Sum of Amount", "currency") },
      detailColumnInfo: {
        Name: info("Name", "string"),
        Amount: info("Amount", "currency"),
        Day: info("Day", "date"),
      },
      groupingColumnInfo: { Currency: info("Currency", "string") },
    },
    reportMetadata: {
      aggregates: ["s!Amount"],
      chart: null,
      description: null,
      detailColumns: ["Name", "Amount", "Day"],
      groupingsAcross: [],
      groupingsDown: down.some(({ groupings }) => groupings.length > 0)
        ? [
            { ...GROUPING, name: "Currency" },
            { ...GROUPING, name: "Plan" },
          ]
        : [{ ...GROUPING, name: "Currency" }],
      id: "00O",
      name: "Money",
      reportBooleanFilter: null,
      reportFilters: [],
      reportFormat: "SUMMARY",
      showGrandTotal: false,
    },
  };
}

const GROUPING = { sortOrder: "Asc", dateGranularity: "None", sortAggregate: null };
const group = (
  key: string,
  label: string,
  groupings: ReportResult["groupingsDown"]["groupings"] = [],
): ReportResult["groupingsDown"]["groupings"][number] => ({
  key,
  label,
  value: label,
  groupings,
});
const BY_CURRENCY = result([group("0", "EUR"), group("1", "USD")]);
const BY_PLAN = result([
  group("0", "EUR", [group("0_0", "Basic"), group("0_1", "Pro")]),
  group("1", "USD", [group("1_0", "Pro")]),
]);

describe("a report as CSV", () => {
  test("has the groups before each row, amounts as plain numbers and dates in ISO form", () => {
    expect(csvOf(BY_CURRENCY).split("\r\n")).toEqual([
      "Currency,Name,Amount,Day",
      "EUR,'=HYPERLINK(1),-10,2026-01-05",
      'EUR,"A ""B"", C",40,2026-01-05',
      "USD,D,,2026-01-05",
      "",
    ]);
  });

  test("keeps texts from being formulas, and leaves negative numbers numbers", () => {
    const csv = csvOf(BY_CURRENCY);
    expect(csv).not.toMatch(/(^|,)=/mu);
    expect(csv).toContain(",-10,");
  });
});

describe("a report as a table", () => {
  test("has a line for each group with its sums, above its rows, and no total that is not shown", () => {
    const { columns, lines } = tableOf(BY_CURRENCY);
    expect(columns.map(({ text }) => text)).toEqual(["Name", "Amount", "Day"]);
    expect(lines.map(({ kind, cells }) => `${kind} ${cells[0]?.text ?? ""}`)).toEqual([
      "group EUR",
      "row =HYPERLINK(1)",
      'row A "B", C',
      "group USD",
      "row D",
    ]);
    expect(lines[0]?.cells[1]?.text).toBe("Sum of Amount $30");
  });
});

describe("a report as a chart", () => {
  test("has a series for each group of its second grouping, and a gap where there is none", () => {
    const drawn = chartData(BY_PLAN, "column", "s!Amount", { isStacked: false, maxValues: null });
    expect(drawn.labels).toEqual(["EUR", "USD"]);
    expect(drawn.series).toEqual([
      { label: "Basic", values: [20, null], words: ["$20", "-"] },
      { label: "Pro", values: [10, 5], words: ["$10", "$5"] },
    ]);
  });

  test.each([
    ["VerticalColumnStacked", "column"],
    ["HorizontalBar", "bar"],
    ["ColumnGrouped", "column"],
    ["Donut", "donut"],
    ["Metric", null],
  ])("draws a %s as a %s", (type, kind) => {
    expect(chartKind(type)).toBe(kind);
  });
});
