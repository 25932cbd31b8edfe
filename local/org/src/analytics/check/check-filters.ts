import { filterRange } from "../run/date-range.ts";
import { filterValues, operatorsOf } from "../run/row-filter.ts";
import type { FieldDescribe } from "../../schema/schema.ts";
import type { ReportFilter } from "../source/report-definition.ts";
import { columnAt } from "../type/report-type.ts";
import { known, type CheckedReport } from "./check-report.ts";

/** Source: Salesforce Help, "Report Limits"; "Filter Across Objects". */
const MAX_FILTERS = 20;
const MAX_CROSS_FILTERS = 3;

const NUMBERS: ReadonlySet<string> = new Set(["int", "long", "double", "currency", "percent"]);

export function checkFilters(report: CheckedReport): void {
  const { definition, problem } = report;
  const { filters, booleanFilter, lines } = definition;
  if (filters.length > MAX_FILTERS)
    problem(filters[MAX_FILTERS]?.line ?? 1, `A report has at most ${MAX_FILTERS} filters`);
  for (const filter of filters) {
    const field = known(report, filter.column, filter.line);
    if (filter.isColumn) known(report, filter.value, filter.line);
    if (field !== undefined) checkFilter(report, filter, field);
  }
  if (booleanFilter !== null)
    checkLogic(report, booleanFilter, filters.length, lines.booleanFilter);
}

function checkFilter(
  { problem }: CheckedReport,
  filter: ReportFilter,
  { type }: Pick<FieldDescribe, "type">,
): void {
  const { column, operator, value, line } = filter;
  if (!operatorsOf({ type }).includes(operator))
    problem(
      line,
      `The filter operator ${operator} does not fit ${column}, which is of type ${type}`,
    );
  if (filter.isColumn) return;
  for (const text of filterValues(value).filter((each) => each !== "")) {
    const isDate = type === "date" || type === "datetime";
    if (isDate && filterRange(text, type, { now: 0, timeZone: "UTC", locale: "en_US" }) === null)
      problem(line, `${text} is no date for the filter on ${column}`);
    if (NUMBERS.has(type) && !/^[^\d.-]*-?[\d,]*\.?\d+%?$/u.test(text))
      problem(line, `${text} is no number for the filter on ${column}`);
    if (type === "boolean" && !/^(0|1|true|false|yes|no)$/iu.test(text))
      problem(line, `${text} is neither true nor false for the filter on ${column}`);
  }
}

/** `1 AND (2 OR NOT 3)`, with every filter in it. */
function checkLogic(
  { problem }: CheckedReport,
  logic: string,
  filters: number,
  line: number,
): void {
  const numbers = (logic.match(/\d+/gu) ?? []).map(Number);
  const unknown = numbers.find((number) => number < 1 || number > filters);
  if (unknown !== undefined)
    problem(line, `The filter logic names filter ${unknown}, which is not there`);
  const missing = Array.from({ length: filters }, (_, index) => index + 1).find(
    (number) => !numbers.includes(number),
  );
  if (missing !== undefined) problem(line, `The filter logic leaves out filter ${missing}`);
  if (!isExpression(logic)) problem(line, `The filter logic is not well-formed: ${logic}`);
}

/** Numbers become N, and what joins two of them, or stands in brackets, becomes one, until one is left. */
function isExpression(logic: string): boolean {
  let text = logic.toUpperCase().replaceAll(/\d+/gu, "N").replaceAll(/\s+/gu, " ").trim();
  for (;;) {
    const shorter = text
      .replaceAll(/\( ?N ?\)/gu, "N")
      .replace(/\bNOT ?N\b/u, "N")
      .replace(/\bN ?(AND|OR) ?N\b/u, "N");
    if (shorter === text) return text === "N";
    text = shorter;
  }
}

export function checkCrossFilters(report: CheckedReport): void {
  const { definition, schema, problem } = report;
  const { crossFilters } = definition;
  if (crossFilters.length > MAX_CROSS_FILTERS)
    problem(
      crossFilters[MAX_CROSS_FILTERS]?.line ?? 1,
      `A report has at most ${MAX_CROSS_FILTERS} cross filters`,
    );
  for (const { primaryColumn, relatedTable, joinColumn, filters, line } of crossFilters) {
    known(report, primaryColumn, line);
    const describe = schema.object(relatedTable);
    if (describe === undefined) {
      problem(line, `There is no object ${relatedTable}`);
      continue;
    }
    const tables = [{ name: describe.name, describe, join: { kind: "base" as const } }];
    const join = columnAt(schema, tables, 0, joinColumn, [joinColumn]);
    if (join?.path.field.type !== "reference")
      problem(line, `${relatedTable} has no lookup ${joinColumn}`);
    for (const filter of filters) {
      const name = filter.column.split(".").at(-1) ?? "";
      const field = columnAt(schema, tables, 0, filter.column, [name])?.path.field;
      if (field === undefined)
        problem(filter.line, `There is no field ${filter.column} on ${relatedTable}`);
      else checkFilter(report, filter, field);
    }
  }
}
