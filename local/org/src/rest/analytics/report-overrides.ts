/**
 * A report run with metadata of the request in place of its own, without changing it.
 * Source: Reports and Dashboards REST API Developer Guide, "Filter Reports on Demand", "Execute Sync" (POST).
 */
import { checkReport } from "../../analytics/check/check-report.ts";
import { namedSummary } from "../../analytics/run/report-summary.ts";
import type {
  FilterOperator,
  Granularity,
  ReportColumn,
  ReportDefinition,
  ReportFilter,
  ReportFormat,
  ReportGrouping,
  SummaryKind,
} from "../../analytics/source/report-definition.ts";
import type { ReportType } from "../../analytics/type/report-type.ts";
import type { Schema } from "../../schema/schema.ts";
import { RestError } from "../rest-error.ts";

type Json = Readonly<Record<string, unknown>>;

const FORMATS: Readonly<Record<string, ReportFormat>> = {
  TABULAR: "Tabular",
  SUMMARY: "Summary",
  MATRIX: "Matrix",
};

/** @throws RestError 400 for what is no report */
export function overridden(
  definition: ReportDefinition,
  type: ReportType,
  schema: Schema,
  body: unknown,
): ReportDefinition {
  const given = record(record(body)["reportMetadata"]);
  const changed = changedBy(definition, given);
  const [problem] = checkReport(changed, type, schema).filter(({ kind }) => kind === "error");
  if (problem !== undefined) throw new RestError(400, "BAD_REQUEST", `${problem.message}.`);
  return changed;
}

function changedBy(definition: ReportDefinition, given: Json): ReportDefinition {
  const formats = given["reportFormat"];
  const changed: { -readonly [Key in keyof ReportDefinition]?: ReportDefinition[Key] } = {};
  if (typeof formats === "string" && formats in FORMATS)
    changed.format = FORMATS[formats] ?? definition.format;
  if (Array.isArray(given["reportFilters"])) {
    changed.filters = records(given["reportFilters"]).map(filterOf);
    changed.booleanFilter = null;
  }
  if ("reportBooleanFilter" in given)
    changed.booleanFilter =
      text(given["reportBooleanFilter"])?.replaceAll(/(\d)(AND|OR)|(AND|OR)(\d)/giu, "$1$3 $2$4") ??
      null;
  if (Array.isArray(given["groupingsDown"]))
    changed.groupingsDown = records(given["groupingsDown"]).map(groupingOf);
  if (Array.isArray(given["groupingsAcross"]))
    changed.groupingsAcross = records(given["groupingsAcross"]).map(groupingOf);
  if (Array.isArray(given["detailColumns"]) || Array.isArray(given["aggregates"])) {
    changed.columns = columnsOf(
      definition,
      strings(given["detailColumns"]) ?? definition.columns.map(({ field }) => field),
      strings(given["aggregates"]),
    );
  }
  if (Array.isArray(given["sortBy"])) changed.sort = sortOf(records(given["sortBy"]));
  const dateFilter = given["standardDateFilter"];
  if (typeof dateFilter === "object" && dateFilter !== null) {
    const frame = record(dateFilter);
    changed.timeFrame = {
      column: text(frame["column"]) ?? "",
      interval: `INTERVAL_${text(frame["durationValue"]) ?? "CUSTOM"}`,
      start: text(frame["startDate"]),
      end: text(frame["endDate"]),
      line: 1,
    };
  }
  if (typeof given["showGrandTotal"] === "boolean")
    changed.showsGrandTotal = given["showGrandTotal"];
  if (typeof given["scope"] === "string") changed.scope = given["scope"];
  return { ...definition, ...changed };
}

function filterOf(json: Json): ReportFilter {
  return {
    column: text(json["column"]) ?? "",
    // An operator there is not is refused with the rest of the report.
    operator: (text(json["operator"]) ?? "equals") as FilterOperator,
    value: text(json["value"]) ?? "",
    isColumn: json["filterType"] === "fieldToField",
    isUnlocked: json["isRunPageEditable"] !== false,
    line: 1,
  };
}

function groupingOf(json: Json): ReportGrouping {
  const sort = text(json["sortAggregate"]);
  const named = sort === null ? null : namedSummary(sort);
  const granularity = text(json["dateGranularity"]);
  return {
    field: text(json["name"]) ?? "",
    granularity:
      granularity === null || granularity === "None" ? null : (granularity as Granularity),
    descending: json["sortOrder"] === "Desc",
    sortBy: sort === null ? null : { name: named?.column ?? sort, summary: named?.kind ?? null },
    line: 1,
  };
}

/** Columns with the summaries that are asked for, of columns that are not shown too. */
function columnsOf(
  definition: ReportDefinition,
  details: readonly string[],
  aggregates: readonly string[] | null,
): readonly ReportColumn[] {
  const wanted = aggregates?.flatMap((name) => namedSummary(name) ?? []) ?? null;
  const summariesOf = (key: string): readonly SummaryKind[] =>
    wanted === null
      ? (definition.columns.find(({ field }) => field === key)?.summaries ?? [])
      : wanted.filter(({ column }) => column === key).map(({ kind }) => kind);
  const keys = new Set([...details, ...(wanted ?? []).map(({ column }) => column)]);
  return [...keys].map((field) => ({ field, summaries: summariesOf(field), line: 1 }));
}

function sortOf(sorts: readonly Json[]): ReportDefinition["sort"] {
  if (sorts.length > 1)
    throw new RestError(400, "BAD_REQUEST", "A report can only be sorted by one column.");
  const [first] = sorts;
  const column = first === undefined ? null : text(first["sortColumn"]);
  return column === null ? null : { column, descending: first?.["sortOrder"] === "Desc" };
}

function record(value: unknown): Json {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function records(values: readonly unknown[]): readonly Json[] {
  return values.map(record);
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function strings(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  const all: readonly unknown[] = value;
  return all.filter((each) => typeof each === "string");
}
