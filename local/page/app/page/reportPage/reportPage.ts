import { LightningElement, api } from "lwc";
import { chartData, chartKind, type ChartData } from "../../../reports/chart-data";
import { csvOf } from "../../../reports/report-csv";
import type { ReportResult } from "../../../reports/types.ts";
import { runChart, runReport } from "../../core/analytics";

const OPERATORS: Readonly<Record<string, string>> = {
  equals: "equals",
  notEqual: "not equal to",
  lessThan: "less than",
  greaterThan: "greater than",
  lessOrEqual: "less or equal",
  greaterOrEqual: "greater or equal",
  contains: "contains",
  notContain: "does not contain",
  startsWith: "starts with",
  includes: "includes",
  excludes: "excludes",
};

/** A report, run when it is opened: its filters, its chart, its rows. */
export default class ReportPage extends LightningElement {
  @api recordId = "";

  result: ReportResult | null = null;
  chart: ChartData | null = null;
  isLoading = true;
  problem: string | null = null;

  override connectedCallback(): void {
    void this.load();
  }

  get heading(): string {
    return this.result?.reportMetadata.name ?? "Report";
  }
  get description(): string {
    return this.result?.reportMetadata.description ?? "";
  }
  get note(): string {
    if (this.result === null) return "";
    return this.result.allData ? "" : "Only the first 2,000 rows are shown.";
  }
  get filters(): readonly { readonly key: number; readonly text: string }[] {
    if (this.result === null) return [];
    const { reportFilters } = this.result.reportMetadata;
    const { detailColumnInfo, groupingColumnInfo } = this.result.reportExtendedMetadata;
    return reportFilters.map(({ column, operator, value }, key) => {
      const label =
        (detailColumnInfo[column] ?? groupingColumnInfo[column])?.label ??
        column
          .replace(/^.*[.$]/u, "")
          .replace(/__c$/u, "")
          .replaceAll("_", " ");
      const wanted = value === "" ? "blank" : value;
      return { key, text: `${key + 1}. ${label} ${OPERATORS[operator] ?? operator} ${wanted}` };
    });
  }
  get logic(): string {
    const logic = this.result?.reportMetadata.reportBooleanFilter ?? null;
    return logic === null ? "" : `Filter logic: ${logic}`;
  }
  get hasFilters(): boolean {
    return this.filters.length > 0;
  }

  save(): void {
    if (this.result === null) return;
    // A spreadsheet knows by the mark that it is UTF-8.
    const file = new Blob(["\uFEFF", csvOf(this.result)], { type: "text/csv;charset=utf-8" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `${this.heading}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  async load(): Promise<void> {
    this.isLoading = true;
    try {
      const result = await runReport(this.recordId);
      this.chart = await chartOf(result);
      this.result = result;
      document.title = this.heading;
      this.problem = null;
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
    }
    this.isLoading = false;
  }
}

async function chartOf(result: ReportResult): Promise<ChartData | null> {
  const { chart } = result.reportMetadata;
  const kind = chart === null ? null : chartKind(chart.chartType);
  const summary = chart?.summaries[0];
  if (chart === null || kind === null || summary === undefined) return null;
  const isStacked = chart.chartType.includes("Stacked");
  return chartData(await runChart(result, chart), kind, summary, { isStacked, maxValues: null });
}
