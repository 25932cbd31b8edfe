/** What the columns, groupings and summaries of a report are. Source: REST API guide, "Describe", Report extended metadata. */
import type { GroupingLevel } from "../run/group.ts";
import type { ReportSummary } from "../run/report-summary.ts";
import type { RunColumn } from "../run/run-column.ts";
import type { FieldDescribe } from "../../schema/schema.ts";
import type { SummaryKind } from "../source/report-definition.ts";
import { dataTypeOf, summaryFormat } from "./cell.ts";

export interface ExtendedParts {
  readonly columns: readonly RunColumn[];
  readonly summaries: readonly ReportSummary[];
  readonly downLevels: readonly GroupingLevel[];
  readonly acrossLevels: readonly GroupingLevel[];
}

export function extendedMetadata(parts: ExtendedParts): Record<string, unknown> {
  return {
    aggregateColumnInfo: Object.fromEntries(
      parts.summaries.map((summary) => [summary.name, summaryInfo(summary)]),
    ),
    detailColumnInfo: Object.fromEntries(
      parts.columns.map(({ key, label, field }) => [key, columnInfo(label, field)]),
    ),
    groupingColumnInfo: Object.fromEntries(
      [parts.downLevels, parts.acrossLevels].flatMap((levels) =>
        levels.map(({ column: { key, label, field } }, groupingLevel) => [
          key,
          { dataType: dataTypeOf(field), groupingLevel, label },
        ]),
      ),
    ),
  };
}

function summaryInfo(summary: ReportSummary): Record<string, unknown> {
  const { type } = summaryFormat(summary);
  const { downContext = null, acrossContext = null } =
    summary.kind === "formula" ? summary.formula : {};
  return {
    acrossGroupingContext: acrossContext,
    dataType: type,
    downGroupingContext: downContext,
    label: summaryLabel(summary),
  };
}

const WORDS: Readonly<Record<SummaryKind, string>> = {
  Sum: "Sum of",
  Average: "Average",
  Maximum: "Largest",
  Minimum: "Smallest",
  Unique: "Unique Count of",
};

function summaryLabel(summary: ReportSummary): string {
  switch (summary.kind) {
    case "rowCount":
      return "Record Count";
    case "formula":
      return summary.formula.label;
    case "column":
      return `${WORDS[summary.summary]} ${summary.column.label}`;
  }
}

function columnInfo(label: string, field: FieldDescribe): Record<string, unknown> {
  return {
    dataType: dataTypeOf(field),
    entityColumnName: field.name,
    filterValues: filterValues(field),
    filterable: field.isFilterable,
    isLookup: field.type === "reference",
    label,
    uniqueCountable: true,
  };
}

/** Those a filter can name; none where there is no list of them. */
export function filterValues(
  field: FieldDescribe,
): readonly { readonly name: string; readonly label: string }[] {
  if (field.type === "boolean")
    return [
      { name: "1", label: "True" },
      { name: "0", label: "False" },
    ];
  return field.picklistValues.map(({ value, label }) => ({ name: value, label }));
}
