/** The report behind a component of a dashboard: its source report, grouped and filtered as the component says. */
import type {
  DashboardComponent,
  DashboardFilterOption,
  ReportDefinition,
  ReportFilter,
  ReportGrouping,
} from "../source/report-definition.ts";

/** Kinds of components that show one value, the report's total. */
const SINGLE = new Set(["Metric", "Gauge"]);

/** @param selected the option of each filter of the dashboard; null for all */
export function componentReport(
  component: DashboardComponent,
  source: ReportDefinition,
  selected: readonly (DashboardFilterOption | null)[],
): ReportDefinition {
  return filtered(grouped(component, source), component, selected);
}

function grouped(component: DashboardComponent, source: ReportDefinition): ReportDefinition {
  if (SINGLE.has(component.type))
    return {
      ...source,
      format: "Tabular",
      groupingsDown: [],
      groupingsAcross: [],
      showsGrandTotal: true,
    };
  const names = groupingNames(component, source);
  if (names === null) return source;
  const all = [...source.groupingsDown, ...source.groupingsAcross];
  const groupingsDown = names.map((name, index) => {
    // A table may be grouped by columns that its report is not.
    const grouping = all.find(({ field }) => field === name) ?? groupingBy(name);
    return sorted(grouping, component, index + 1);
  });
  return { ...source, format: "Summary", groupingsDown, groupingsAcross: [] };
}

function groupingBy(field: string): ReportGrouping {
  return { field, granularity: null, descending: false, sortBy: null, line: 1 };
}

/** null: those of the report. */
function groupingNames(
  { usesReportChart, groupings, tableColumns }: DashboardComponent,
  { chart }: ReportDefinition,
): readonly string[] | null {
  if (usesReportChart && chart !== null && chart.groupings.length > 0) return chart.groupings;
  if (groupings.length > 0) return groupings;
  const ofTable = tableColumns.filter(({ type }) => type === "grouping");
  return ofTable.length === 0 ? null : ofTable.map(({ column }) => column);
}

function sorted(
  grouping: ReportGrouping,
  { sorts }: DashboardComponent,
  level: number,
): ReportGrouping {
  const sort = sorts.find((each) => each.level === level);
  if (sort === undefined) return grouping;
  return {
    ...grouping,
    descending: sort.descending,
    sortBy: sort.column === null ? null : { name: sort.column, summary: null },
  };
}

function filtered(
  report: ReportDefinition,
  { filterColumns }: DashboardComponent,
  selected: readonly (DashboardFilterOption | null)[],
): ReportDefinition {
  const added = selected.flatMap((option, index): readonly ReportFilter[] => {
    const column = filterColumns[index];
    if (option === null || column === undefined || column === "") return [];
    const { operator, values } = option;
    const base = { column, isColumn: false, isUnlocked: false, line: 1 };
    if (operator === "between")
      return [
        { ...base, operator: "greaterOrEqual", value: values[0] ?? "" },
        { ...base, operator: "lessOrEqual", value: values[1] ?? "" },
      ];
    return [{ ...base, operator, value: values.join(",") }];
  });
  return withFilters(report, added);
}

/** With more filters, all of which must hold too. */
function withFilters(report: ReportDefinition, added: readonly ReportFilter[]): ReportDefinition {
  if (added.length === 0) return report;
  const first = report.filters.length + 1;
  const numbers = added.map((_, index) => String(first + index));
  return {
    ...report,
    filters: [...report.filters, ...added],
    booleanFilter:
      report.booleanFilter === null
        ? null
        : [`(${report.booleanFilter})`, ...numbers].join(" AND "),
  };
}

/** Whether the component shows rows of the report rather than sums. */
export function showsRows(
  { type, tableColumns }: DashboardComponent,
  source: ReportDefinition,
): boolean {
  if (type !== "Table" && type !== "FlexTable") return false;
  return source.format === "Tabular" || tableColumns.some((column) => column.type === "detail");
}
