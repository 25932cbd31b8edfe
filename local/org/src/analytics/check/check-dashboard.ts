/** What a deploy of a dashboard would be refused for. Source: Metadata API Developer Guide, "Dashboard"; Salesforce Help, "Dashboard Limits". */
import type { Diagnostic } from "../../syntax/diagnostic.ts";
import type {
  DashboardComponent,
  DashboardDefinition,
  ReportDefinition,
} from "../source/report-definition.ts";
import type { ReportTypes } from "../type/types-of-org.ts";
import { hasSummary } from "./check-report.ts";
import { problemAt } from "./problem.ts";

const MAX_COMPONENTS = 20;
const MAX_FILTERS = 3;

const CHARTS =
  "Bar BarGrouped BarStacked BarStacked100 Column ColumnGrouped ColumnStacked ColumnStacked100 ColumnLine ColumnLineGrouped ColumnLineStacked ColumnLineStacked100 Line LineGrouped LineCumulative LineGroupedCumulative Pie Donut Funnel Scatter ScatterGrouped";
const COMPONENT_TYPES: ReadonlySet<string> = new Set(
  `${CHARTS} Gauge Metric Table FlexTable`.split(" "),
);

export function checkDashboard(
  dashboard: DashboardDefinition,
  reportNamed: (name: string) => ReportDefinition | undefined,
  types: ReportTypes,
): readonly Diagnostic[] {
  const { file, components, filters, type, runningUser, typeLine } = dashboard;
  const found: Diagnostic[] = [];
  const problem = (line: number, message: string): void => {
    found.push(problemAt(file, line, message));
  };
  if (components.length > MAX_COMPONENTS)
    problem(
      components[MAX_COMPONENTS]?.line ?? 1,
      `A dashboard has at most ${MAX_COMPONENTS} components`,
    );
  if (filters.length > MAX_FILTERS)
    problem(filters[MAX_FILTERS]?.line ?? 1, `A dashboard has at most ${MAX_FILTERS} filters`);
  if (type === "SpecifiedUser" && runningUser === null)
    problem(typeLine, "A dashboard of a specified user names its runningUser");
  for (const component of components) {
    if (!COMPONENT_TYPES.has(component.type))
      problem(component.line, `There is no component type ${component.type}`);
    const report = reportNamed(component.report);
    if (report === undefined) {
      problem(component.reportLine, `There is no report ${component.report}`);
      continue;
    }
    checkComponent(component, report, types, problem);
    if (component.filterColumns.length > filters.length)
      problem(
        component.line,
        "The component has more filter columns than the dashboard has filters",
      );
  }
  return found;
}

function checkComponent(
  component: DashboardComponent,
  report: ReportDefinition,
  types: ReportTypes,
  problem: (line: number, message: string) => void,
): void {
  const { line } = component;
  const name = report.developerName;
  const groupings = new Set(
    [...report.groupingsDown, ...report.groupingsAcross].map(({ field }) => field),
  );
  for (const grouping of component.groupings)
    if (!groupings.has(grouping)) problem(line, `The report ${name} is not grouped by ${grouping}`);
  for (const { column, summary } of component.summaries)
    if (!hasSummary(report, column, summary))
      problem(line, `The report ${name} has no such summary of ${column}`);
  const resolved = types.resolve(report.reportType);
  const isColumn = (column: string): boolean =>
    !("type" in resolved) || resolved.type.column(column) !== undefined;
  for (const { column, type, line: at } of component.tableColumns) {
    const isThere =
      type === "grouping"
        ? groupings.has(column) || isColumn(column)
        : type === "aggregate"
          ? hasSummary(report, column.replace(/^(s|a|mx|m|u)!/u, ""), null)
          : report.columns.some(({ field }) => field === column);
    if (!isThere) problem(at, `The report ${name} has no ${type} ${column}`);
  }
  if (component.usesReportChart && report.chart === null)
    problem(line, `The report ${name} has no chart`);
  for (const column of component.filterColumns)
    if (column !== "" && !isColumn(column))
      problem(line, `The report type of ${name} has no column ${column}`);
}
