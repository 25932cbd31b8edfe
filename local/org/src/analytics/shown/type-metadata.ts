/** The columns of a report type, and how they filter and group. Source: REST API guide, "Describe", Report type metadata. */
import type { ReadRights } from "../../soql/query-context.ts";
import { isInterval } from "../run/date-range.ts";
import { operatorsOf } from "../run/row-filter.ts";
import type { FilterOperator } from "../source/report-definition.ts";
import type { ReportType, TypeColumn } from "../type/report-type.ts";
import { dataTypeOf } from "./cell.ts";
import { filterValues } from "./extended-metadata.ts";

const OPERATOR_LABELS: Readonly<Record<FilterOperator, string>> = {
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
  between: "between",
};

const FILTERED_TYPES = [
  "string",
  "picklist",
  "multipicklist",
  "boolean",
  "int",
  "double",
  "currency",
  "percent",
  "date",
  "datetime",
  "time",
  "id",
  "reference",
  "email",
  "phone",
  "url",
] as const;

const GRANULARITIES = [
  ["None", "None"],
  ["Day", "Day"],
  ["Week", "Calendar Week"],
  ["Month", "Calendar Month"],
  ["Quarter", "Calendar Quarter"],
  ["Year", "Calendar Year"],
  ["FiscalQuarter", "Fiscal Quarter"],
  ["FiscalYear", "Fiscal Year"],
  ["MonthInYear", "Calendar Month in Year"],
  ["DayInMonth", "Calendar Day in Month"],
] as const;

const DURATIONS = [
  ["Calendar Month", ["THISMONTH", "LASTMONTH", "NEXTMONTH"]],
  ["Calendar Quarter", ["CURRENTQ", "PREVQ", "NEXTQ", "CURPREVQ", "CURNEXTQ"]],
  ["Calendar Year", ["CURRENTY", "PREVY", "NEXTY"]],
  ["Day", ["TODAY", "YESTERDAY", "TOMORROW", "LAST7", "LAST30", "LAST60", "LAST90", "LAST120"]],
] as const;

export function typeMetadata(type: ReportType, rights: ReadRights): Record<string, unknown> {
  const isShown = ({ path }: TypeColumn): boolean =>
    path.object === "Name" ||
    [...path.steps, path.field].every(({ object, name }) => rights.canReadField(object, name));
  return {
    categories: type.sections.map(({ label, keys }) => ({
      label,
      columns: Object.fromEntries(
        keys.flatMap((key) => {
          const column = type.column(key);
          return column === undefined || !isShown(column) ? [] : [[key, columnJson(column)]];
        }),
      ),
    })),
    dataTypeFilterOperatorMap: Object.fromEntries(
      FILTERED_TYPES.map((name) => [
        name,
        operatorsOf({ type: name }).map((operator) => ({
          name: operator,
          label: OPERATOR_LABELS[operator],
        })),
      ]),
    ),
    dateGranularityInfos: GRANULARITIES.map(([name, label]) => ({ name, label })),
    divisionInfo: null,
    scopeInfo: {
      defaultValue: "organization",
      values: [
        { allowsDivision: false, label: "My records", value: "user" },
        { allowsDivision: false, label: "All records", value: "organization" },
      ],
    },
    standardDateFilterDurationGroups: DURATIONS.map(([label, values]) => ({
      label,
      standardDateFilterDurations: values
        .filter((value) => isInterval(`INTERVAL_${value}`))
        .map((value) => ({ endDate: null, label: value, startDate: null, value })),
    })),
    standardFilterInfos: null,
    supportsJoinedFormat: false,
  };
}

function columnJson({ label, path: { field } }: TypeColumn): Record<string, unknown> {
  return {
    allowedInCustomDetailFormula: false,
    bucketable: true,
    dataType: dataTypeOf(field),
    entityColumnName: field.name,
    fieldToFieldFilterable: true,
    filterValues: filterValues(field),
    filterable: field.isFilterable,
    isCustom: field.isCustom,
    isLookup: field.type === "reference",
    label,
    maxLength: field.length === 0 ? null : field.length,
    uniqueCountable: true,
  };
}
