/** A dashboard's file, in the grid layout of Lightning. Source: Metadata API Developer Guide, "Dashboard". */
import type { XmlElement } from "../../schema/metadata/xml.ts";
import { folderOf } from "./folder-of.ts";
import { summaryKind } from "./read-report.ts";
import type {
  DashboardComponent,
  DashboardDefinition,
  DashboardTableColumn,
  FilterOperator,
} from "./report-definition.ts";

export function readDashboard(root: XmlElement, name: string, file: string): DashboardDefinition {
  const grid = root.child("dashboardGridLayout");
  const type = root.text("dashboardType");
  return {
    developerName: name,
    folder: folderOf(file, "dashboards"),
    file,
    title: root.text("title") ?? name,
    description: root.text("description"),
    type: type === "LoggedInUser" || type === "MyTeamUser" ? type : "SpecifiedUser",
    runningUser: root.text("runningUser"),
    filters: root.children("dashboardFilters").map((filter) => ({
      name: filter.text("name") ?? "",
      options: filter.children("dashboardFilterOptions").map((option) => ({
        alias: option.text("alias"),
        operator: (option.text("operator") ?? "equals") as FilterOperator,
        values: option.texts("values"),
      })),
      line: filter.line,
    })),
    components: grid?.children("dashboardGridComponents").flatMap(readComponent) ?? [],
    columns: grid?.number("numberOfColumns") ?? 12,
    rowHeight: grid?.number("rowHeight") ?? 36,
    typeLine: root.lineOf("dashboardType"),
  };
}

function readComponent(cell: XmlElement): readonly DashboardComponent[] {
  const element = cell.child("dashboardComponent");
  if (element === null) return [];
  const flex = element.child("flexComponentProperties");
  return [
    {
      type: element.text("componentType") ?? "",
      report: element.text("report")?.split("/").at(-1) ?? "",
      header: element.text("header"),
      title: element.text("title"),
      footer: element.text("footer"),
      groupings: element.texts("groupingColumn"),
      summaries: element.children("chartSummary").map((summary) => ({
        column: summary.text("column") ?? "",
        summary: summaryKind(summary.text("aggregate")),
      })),
      tableColumns: [
        ...(flex?.children("flexTableColumn") ?? []),
        ...element.children("dashboardTableColumn"),
      ].map(readTableColumn),
      filterColumns: element
        .children("dashboardFilterColumns")
        .map((each) => each.text("column") ?? ""),
      usesReportChart: element.flag("useReportChart"),
      maxValues: element.number("maxValuesDisplayed"),
      sorts: (element.child("groupingSortProperties")?.children("groupingSorts") ?? []).map(
        (sort, index) => ({
          level: Number(sort.text("groupingLevel")?.replace(/\D/gu, "") ?? index + 1),
          column: sort.text("sortColumn"),
          descending: sort.text("sortOrder") === "d",
        }),
      ),
      gauge: {
        min: element.number("gaugeMin"),
        low: element.number("indicatorBreakpoint1"),
        high: element.number("indicatorBreakpoint2"),
        max: element.number("gaugeMax"),
      },
      metricLabel: element.text("metricLabel"),
      legendPosition: (element.text("legendPosition") ?? "none").toLowerCase(),
      showsValues: element.flag("showValues"),
      place: {
        column: cell.number("columnIndex") ?? 0,
        row: cell.number("rowIndex") ?? 0,
        colSpan: cell.number("colSpan") ?? 1,
        rowSpan: cell.number("rowSpan") ?? 1,
      },
      line: element.line,
      reportLine: element.lineOf("report"),
    },
  ];
}

function readTableColumn(element: XmlElement): DashboardTableColumn {
  const type = element.text("type");
  return {
    column: element.text("reportColumn") ?? element.text("column") ?? "",
    type: type === "aggregate" || type === "grouping" ? type : "detail",
    showsTotal: element.flag("showTotal"),
    line: element.line,
  };
}
