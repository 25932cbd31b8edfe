/** What a deploy of a report would be refused for. Source: Metadata API Developer Guide, "Report"; Salesforce Help, "Report Limits". */
import type { FieldDescribe, Schema } from "../../schema/schema.ts";
import type { Diagnostic } from "../../syntax/diagnostic.ts";
import { detailFieldType } from "../run/detail-formula.ts";
import { isInterval } from "../run/date-range.ts";
import { canSummarize } from "../run/summary.ts";
import type { ReportDefinition, ReportGrouping, SummaryKind } from "../source/report-definition.ts";
import type { ReportType } from "../type/report-type.ts";
import { checkCrossFilters, checkFilters } from "./check-filters.ts";
import { checkFormulas } from "./check-formulas.ts";
import { problemAt } from "./problem.ts";

const MAX_COLUMNS = 100;
const MAX_GROUPINGS = { Tabular: [0, 0], Summary: [3, 0], Matrix: [2, 2] } as const;

const GRANULARITIES: ReadonlySet<string> = new Set(
  "Day Week Month Quarter Year FiscalQuarter FiscalYear MonthInYear DayInMonth".split(" "),
);

/** A report with the columns it may name, and where its problems go. */
export interface CheckedReport {
  readonly definition: ReportDefinition;
  readonly type: ReportType;
  readonly schema: Schema;
  /** The field a column holds, a bucket's too; undefined when there is no such column. */
  readonly field: (key: string) => Pick<FieldDescribe, "type" | "length"> | undefined;
  readonly problem: (line: number, message: string, kind?: Diagnostic["kind"]) => void;
}

export function checkReport(
  definition: ReportDefinition,
  type: ReportType,
  schema: Schema,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const report: CheckedReport = {
    definition,
    type,
    schema,
    field(key) {
      const formula = definition.detailFormulas.find(({ name }) => name === key);
      if (formula !== undefined) return { type: detailFieldType(formula), length: 0 };
      const bucket = definition.buckets.find(({ name }) => name === key);
      return bucket === undefined
        ? type.column(key)?.path.field
        : { type: "picklist", length: 255 };
    },
    problem: (line, message, kind = "error") =>
      found.push(problemAt(definition.file, line, message, kind)),
  };
  checkColumns(report);
  checkGroupings(report);
  checkBuckets(report);
  checkFilters(report);
  checkCrossFilters(report);
  checkFormulas(report);
  checkTimeFrame(report);
  checkOrder(report);
  checkChart(report);
  return found;
}

/** The column, which the type must have. */
export function known(
  { type, field, problem }: CheckedReport,
  key: string,
  line: number,
): Pick<FieldDescribe, "type" | "length"> | undefined {
  const found = field(key);
  if (found === undefined) problem(line, `The report type ${type.name} has no column ${key}`);
  return found;
}

function checkColumns(report: CheckedReport): void {
  const { definition, problem } = report;
  if (definition.columns.length > MAX_COLUMNS)
    problem(
      definition.columns[MAX_COLUMNS]?.line ?? 1,
      `A report has at most ${MAX_COLUMNS} columns`,
    );
  const seen = new Set<string>();
  for (const { field: key, summaries, line } of definition.columns) {
    if (seen.has(key)) problem(line, `The column ${key} is there twice`);
    seen.add(key);
    const field = known(report, key, line);
    for (const kind of field === undefined ? [] : summaries)
      if (field !== undefined && !canSummarize(field, kind))
        problem(line, `${key} has no ${kind}: it is of type ${field.type}`);
  }
}

function checkGroupings(report: CheckedReport): void {
  const { definition, problem } = report;
  const { format, groupingsDown, groupingsAcross, lines } = definition;
  if (format === "MultiBlock") return;
  const [maxDown, maxAcross] = MAX_GROUPINGS[format];
  if (groupingsDown.length > maxDown)
    problem(
      groupingsDown[maxDown]?.line ?? 1,
      `A ${format} report has at most ${maxDown} groupings of rows`,
    );
  if (groupingsAcross.length > maxAcross)
    problem(
      groupingsAcross[maxAcross]?.line ?? 1,
      `A ${format} report has at most ${maxAcross} groupings of columns`,
    );
  if (format !== "Tabular" && groupingsDown.length === 0)
    problem(lines.format, `A ${format} report has a grouping of rows`);
  if (format === "Matrix" && groupingsAcross.length === 0)
    problem(lines.format, "A Matrix report has a grouping of columns");
  for (const grouping of [...groupingsDown, ...groupingsAcross]) checkGrouping(report, grouping);
}

function checkGrouping(report: CheckedReport, grouping: ReportGrouping): void {
  const { definition, problem } = report;
  const { field: key, granularity, sortBy, line } = grouping;
  const field = known(report, key, line);
  if (field?.type === "textarea" && field.length > 255)
    problem(line, `Rows cannot be grouped by a long text: ${key}`);
  if (granularity !== null && !GRANULARITIES.has(granularity))
    problem(line, `There is no date granularity ${granularity}`);
  if (sortBy === null || sortBy.name === "RowCount") return;
  const isSummary =
    definition.formulas.some(({ name }) => name === sortBy.name) ||
    definition.columns.some(
      ({ field: name, summaries }) => name === sortBy.name && summaries.length > 0,
    );
  if (!isSummary)
    problem(line, `Groups are ordered by a summary the report does not have: ${sortBy.name}`);
}

function checkBuckets(report: CheckedReport): void {
  for (const { source, kind, name, line } of report.definition.buckets) {
    const field = known(report, source, line);
    if (field === undefined || kind !== "number") continue;
    if (!canSummarize(field, "Average") || field.type === "boolean")
      report.problem(
        line,
        `${name} puts numbers into buckets, but ${source} is of type ${field.type}`,
      );
  }
}

function checkTimeFrame(report: CheckedReport): void {
  const { timeFrame } = report.definition;
  if (timeFrame === null) return;
  const field = known(report, timeFrame.column, timeFrame.line);
  if (field !== undefined && field.type !== "date" && field.type !== "datetime")
    report.problem(
      timeFrame.line,
      `The column ${timeFrame.column} cannot be a standard date filter because it is not a date column`,
    );
  if (!isInterval(timeFrame.interval))
    report.problem(timeFrame.line, `There is no interval ${timeFrame.interval}`);
}

function checkOrder({ definition, problem }: CheckedReport): void {
  const { sort, rowLimit, format, lines, columns } = definition;
  if (sort !== null && format === "Matrix")
    problem(lines.sort, "Column sorting isn't supported for matrix reports");
  if (sort !== null && !columns.some(({ field }) => field === sort.column))
    problem(lines.sort, `The sort column name must be from a selected column: ${sort.column}`);
  if (rowLimit !== null && (format !== "Tabular" || sort === null))
    problem(lines.rowLimit, "A row limit is for tabular reports with a sort column");
  if (!["organization", "user"].includes(definition.scope))
    problem(lines.scope, `The scope ${definition.scope} is not known here`, "gap");
}

function checkChart({ definition, problem }: CheckedReport): void {
  const { chart, groupingsDown, groupingsAcross } = definition;
  if (chart === null) return;
  const groupings = new Set([...groupingsDown, ...groupingsAcross].map(({ field }) => field));
  for (const grouping of chart.groupings)
    if (!groupings.has(grouping))
      problem(chart.line, `The chart is by ${grouping}, which the report is not grouped by`);
  for (const { column, summary } of chart.summaries)
    if (!hasSummary(definition, column, summary))
      problem(chart.line, `The chart shows a summary the report does not have: ${column}`);
}

/** Whether a chart or a dashboard can show it. */
export function hasSummary(
  { columns, formulas }: ReportDefinition,
  column: string,
  summary: SummaryKind | null,
): boolean {
  if (column === "RowCount" || formulas.some(({ name }) => name === column)) return true;
  return columns.some(
    ({ field, summaries }) =>
      field === column && (summary === null ? summaries.length > 0 : summaries.includes(summary)),
  );
}
