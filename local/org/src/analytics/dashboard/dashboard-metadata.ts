/** A dashboard's definition as the API shows it. Source: Reports and Dashboards REST API Developer Guide, "Dashboard Describe". */
import { mintId } from "../../store/record-id.ts";
import type {
  DashboardComponent,
  DashboardDefinition,
  ReportDefinition,
} from "../source/report-definition.ts";
import { summaryName } from "../run/report-summary.ts";
import { showsRows } from "./component-report.ts";

export interface ShownDashboard {
  readonly definition: DashboardDefinition;
  /** Its place among the org's dashboards: ids of its parts come from it. */
  readonly number: number;
  readonly id: string;
  readonly folderId: string | null;
  readonly runningUser: { readonly displayName: string; readonly id: string };
  readonly statusUrl: string;
  readonly reportId: (name: string) => string | null;
  readonly report: (name: string) => ReportDefinition | undefined;
}

const PARTS = 1000;

export function componentId({ number }: Pick<ShownDashboard, "number">, index: number): string {
  return mintId("01a", (number + 1) * PARTS + index);
}

export function optionId(
  { number }: Pick<ShownDashboard, "number">,
  filter: number,
  option: number,
): string {
  return mintId("0IC", (number + 1) * PARTS + filter * 100 + option);
}

export function dashboardMetadata(dashboard: ShownDashboard): Record<string, unknown> {
  const { definition, id, folderId, runningUser, statusUrl } = dashboard;
  return {
    attributes: {
      dashboardId: id,
      dashboardName: definition.title,
      statusUrl,
      type: "Dashboard",
    },
    canChangeRunningUser: false,
    canUseStickyFilter: false,
    chartTheme: "light",
    colorPalette: "unity",
    components: definition.components.map((component, index) =>
      componentJson(dashboard, component, index),
    ),
    dashboardType: definition.type,
    description: definition.description,
    developerName: definition.developerName,
    filters: definition.filters.map((filter, filterIndex) => ({
      errorMessage: null,
      name: filter.name,
      options: filter.options.map(({ alias, operator, values }, optionIndex) => ({
        alias,
        endValue: operator === "between" ? (values[1] ?? null) : null,
        id: optionId(dashboard, filterIndex, optionIndex),
        operation: operator,
        startValue: operator === "between" ? (values[0] ?? null) : null,
        value: operator === "between" ? null : values.join(","),
      })),
      selectedOption: null,
    })),
    folderId,
    id,
    layout: {
      components: definition.components.map(({ place }) => ({
        colspan: place.colSpan,
        column: place.column,
        row: place.row,
        rowspan: place.rowSpan,
      })),
      gridLayout: true,
      numColumns: definition.columns,
      rowHeight: definition.rowHeight,
    },
    maxFilterOptions: 50,
    name: definition.title,
    runningUser,
  };
}

function componentJson(
  dashboard: ShownDashboard,
  component: DashboardComponent,
  index: number,
): Record<string, unknown> {
  const report = dashboard.report(component.report);
  return {
    componentData: index,
    footer: component.footer,
    header: component.header,
    id: componentId(dashboard, index),
    properties: {
      aggregates: aggregatesOf(component, report).map((name) => ({ name })),
      autoSelectColumns: component.usesReportChart,
      filterColumns: component.filterColumns.map((name) => ({ name })),
      groupings: component.groupings.map((name) => ({ name })),
      maxRows: component.maxValues,
      reportFormat: report?.format.toUpperCase() ?? null,
      sort: null,
      useReportChart: component.usesReportChart,
      visualizationProperties: visualization(component, report),
      visualizationType: visualizationType(component, report),
    },
    reportId: dashboard.reportId(component.report),
    title: component.title,
    type: "Report",
  };
}

/** Names of the summaries a component shows; of the report's chart, or all of its own, where it names none. */
function aggregatesOf(
  component: DashboardComponent,
  report: ReportDefinition | undefined,
): readonly string[] {
  if (report === undefined) return [];
  const ofChart = component.usesReportChart ? (report.chart?.summaries ?? []) : [];
  const named = component.summaries.length > 0 ? component.summaries : ofChart;
  const ofTable = component.tableColumns
    .filter(({ type }) => type === "aggregate")
    .map(({ column }) => ({ column, summary: null }));
  return (named.length > 0 ? named : ofTable).map(({ column, summary }) => {
    const kind =
      summary ?? report.columns.find(({ field }) => field === column)?.summaries[0] ?? null;
    return kind === null ? column : summaryName(kind, column);
  });
}

/** The API has one type where metadata has one for each way to stack and group. */
function visualizationType(
  { type, usesReportChart }: DashboardComponent,
  report: ReportDefinition | undefined,
): string {
  const shown = usesReportChart ? (report?.chart?.type ?? type) : type;
  for (const name of ["Donut", "Pie", "Funnel", "Gauge", "Metric", "FlexTable", "Table", "Scatter"])
    if (shown.startsWith(name)) return name;
  if (/Line/u.test(shown)) return "Line";
  return /^(Column|VerticalColumn)/u.test(shown) ? "Column" : "Bar";
}

function visualization(
  component: DashboardComponent,
  report: ReportDefinition | undefined,
): Record<string, unknown> {
  const shared = { displayUnits: "auto", drillURL: null };
  const { gauge } = component;
  const [aggregateName = "RowCount"] = aggregatesOf(component, report);
  switch (component.type) {
    case "Metric":
      return { ...shared, breakPoints: [], metricLabel: component.metricLabel ?? "" };
    case "Gauge":
      return {
        ...shared,
        breakPoints: [
          {
            aggregateName,
            breaks: [
              [gauge.min, gauge.low],
              [gauge.low, gauge.high],
              [gauge.high, gauge.max],
            ].map(([lowerBound, upperBound], at) => ({
              color: ["#c23934", "#ffb75d", "#4bca81"][at],
              lowerBound: lowerBound ?? null,
              upperBound: upperBound ?? null,
            })),
          },
        ],
        showPercentages: false,
        showTotal: component.showsValues,
      };
    case "Table":
    case "FlexTable":
      return {
        ...shared,
        flexTableType: report !== undefined && showsRows(component, report) ? "tabular" : "summary",
        tableColumns: component.tableColumns.map(({ column, type, showsTotal }) => ({
          column: type === "aggregate" ? (aggregateColumn(column, report) ?? column) : column,
          isPercent: false,
          scale: null,
          showTotal: showsTotal,
          type,
        })),
      };
    default:
      return {
        ...shared,
        axisRange: "auto",
        decimalPrecision: -1,
        groupByType: stackingOf(component, report),
        legendPosition: component.legendPosition,
        showValues: component.showsValues,
      };
  }
}

function aggregateColumn(column: string, report: ReportDefinition | undefined): string | null {
  const kind = report?.columns.find(({ field }) => field === column)?.summaries[0];
  return kind === undefined ? null : summaryName(kind, column);
}

function stackingOf(
  { type, usesReportChart }: DashboardComponent,
  report: ReportDefinition | undefined,
): string {
  const shown = usesReportChart ? (report?.chart?.type ?? type) : type;
  if (/Stacked/u.test(shown)) return "stacked";
  return /Grouped/u.test(shown) ? "grouped" : "none";
}
