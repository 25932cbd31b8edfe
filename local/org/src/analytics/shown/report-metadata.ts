/** A report's definition as the API shows it. Source: Reports and Dashboards REST API Developer Guide, "Describe", Report metadata. */
import type {
  BucketField,
  CrossFilter,
  ReportDefinition,
  ReportFilter,
  ReportGrouping,
  SummaryFormula,
} from "../source/report-definition.ts";
import { summaryName } from "../run/report-summary.ts";
import type { ReportType } from "../type/report-type.ts";

export interface ShownReport {
  readonly definition: ReportDefinition;
  readonly type: ReportType;
  readonly id: string;
  readonly folderId: string | null;
  /** Names of the summaries, in the order of the fact map. */
  readonly aggregates: readonly string[];
  readonly detailColumns: readonly string[];
}

const FORMATS = {
  Tabular: "TABULAR",
  Summary: "SUMMARY",
  Matrix: "MATRIX",
  MultiBlock: "MULTI_BLOCK",
} as const;

export function reportMetadata(report: ShownReport): Record<string, unknown> {
  const { definition, type } = report;
  const { timeFrame } = definition;
  return {
    aggregates: report.aggregates,
    buckets: definition.buckets.map(bucketJson),
    chart: chartJson(definition),
    crossFilters: definition.crossFilters.map(crossFilterJson),
    currency: null,
    customDetailFormula: {},
    customSummaryFormula: Object.fromEntries(
      definition.formulas.map((formula) => [formula.name, formulaJson(formula)]),
    ),
    dashboardSetting: null,
    description: definition.description,
    detailColumns: report.detailColumns,
    developerName: definition.developerName,
    division: null,
    folderId: report.folderId,
    groupingsAcross: definition.groupingsAcross.map((each) => groupingJson(each, type)),
    groupingsDown: definition.groupingsDown.map((each) => groupingJson(each, type)),
    hasDetailRows: definition.showsDetails,
    hasRecordCount: true,
    historicalSnapshotDates: [],
    id: report.id,
    name: definition.name,
    presentationOptions: { hasStackedSummaries: true, historicalColumns: {} },
    reportBooleanFilter: definition.booleanFilter,
    reportFilters: definition.filters.map(filterJson),
    reportFormat: FORMATS[definition.format],
    reportType: { label: type.label, type: type.name },
    scope: definition.scope,
    showGrandTotal: definition.showsGrandTotal,
    showSubtotals: definition.showsSubtotals,
    sortBy:
      definition.sort === null
        ? []
        : [
            {
              sortColumn: definition.sort.column,
              sortOrder: definition.sort.descending ? "Desc" : "Asc",
            },
          ],
    standardDateFilter:
      timeFrame === null
        ? null
        : {
            column: timeFrame.column,
            durationValue: timeFrame.interval.replace(/^INTERVAL_/u, ""),
            endDate: timeFrame.end,
            startDate: timeFrame.start,
          },
    standardFilters: null,
    supportsRoleHierarchy: false,
    topRows:
      definition.rowLimit === null
        ? null
        : {
            rowLimit: definition.rowLimit,
            direction: definition.sort?.descending === true ? "Desc" : "Asc",
          },
    userOrHierarchyFilterId: null,
  };
}

function groupingJson(grouping: ReportGrouping, type: ReportType): Record<string, unknown> {
  const { field, granularity, descending, sortBy } = grouping;
  const isDate = /^date/u.test(type.column(field)?.path.field.type ?? "");
  return {
    name: field,
    sortOrder: descending ? "Desc" : "Asc",
    dateGranularity: isDate ? (granularity ?? "Day") : "None",
    sortAggregate:
      sortBy === null
        ? null
        : sortBy.summary === null
          ? sortBy.name
          : summaryName(sortBy.summary, sortBy.name),
  };
}

function filterJson({
  column,
  operator,
  value,
  isColumn,
  isUnlocked,
}: ReportFilter): Record<string, unknown> {
  return {
    column,
    filterType: isColumn ? "fieldToField" : "fieldValue",
    isRunPageEditable: isUnlocked,
    operator,
    value,
  };
}

function crossFilterJson(filter: CrossFilter): Record<string, unknown> {
  return {
    criteria: filter.filters.map(filterJson),
    includesObject: filter.isWith,
    primaryEntityField: filter.primaryColumn,
    relatedEntity: filter.relatedTable,
    relatedEntityJoinField: filter.joinColumn,
  };
}

function bucketJson(bucket: BucketField): Record<string, unknown> {
  return {
    bucketType: bucket.kind,
    // The API spells it so.
    devloperName: bucket.name,
    label: bucket.label,
    nullTreatedAsZero: bucket.nullAsZero,
    otherBucketLabel: bucket.otherLabel,
    sourceColumnName: bucket.source,
    values: bucket.values.map(({ label, names, to }) => ({
      label,
      sourceDimensionValues: names,
      rangeUpperBound: to,
    })),
  };
}

function formulaJson(formula: SummaryFormula): Record<string, unknown> {
  return {
    label: formula.label,
    description: formula.description,
    formulaType: formula.type,
    decimalPlaces: formula.scale,
    downGroup: groupOf(formula.downContext),
    downGroupType: groupTypeOf(formula.downContext),
    acrossGroup: groupOf(formula.acrossContext),
    acrossGroupType: groupTypeOf(formula.acrossContext),
    formula: formula.formula,
  };
}

function groupOf(context: string | null): string | null {
  return groupTypeOf(context) === "custom" ? context : null;
}

function groupTypeOf(context: string | null): "all" | "custom" | "grand_total" {
  if (context === null) return "all";
  return /GRAND_SUMMARY$/u.test(context) ? "grand_total" : "custom";
}

function chartJson({ chart, columns }: ReportDefinition): Record<string, unknown> | null {
  if (chart === null) return null;
  const summaries = chart.summaries.map(({ column, summary }) => {
    const kind = summary ?? columns.find(({ field }) => field === column)?.summaries[0] ?? null;
    return kind === null ? column : summaryName(kind, column);
  });
  return {
    chartType: chart.type,
    groupings: chart.groupings,
    hasLegend: chart.hasLegend,
    showChartValues: chart.showsValues,
    summaries,
    summaryAxisLocations: summaries.map(() => "Y"),
    title: chart.title,
  };
}
