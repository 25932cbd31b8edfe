/** A report's file. What it names is checked later, when the objects are known. Source: Metadata API Developer Guide, "Report". */
import type { XmlElement } from "../../schema/metadata/xml.ts";
import { folderOf } from "./folder-of.ts";
import type {
  BucketField,
  DetailFormula,
  CrossFilter,
  FilterOperator,
  Granularity,
  ReportChart,
  ReportDefinition,
  ReportFilter,
  ReportFormat,
  ReportGrouping,
  SummaryFormula,
  SummaryKind,
} from "./report-definition.ts";

export function readReport(root: XmlElement, name: string, file: string): ReportDefinition {
  const filter = root.child("filter");
  const timeFrame = root.child("timeFrameFilter");
  const sortColumn = root.text("sortColumn");
  return {
    developerName: name,
    folder: folderOf(file, "reports"),
    file,
    name: root.text("name") ?? name,
    description: root.text("description"),
    // An unknown format is refused by the check, which has the text's line.
    format: (root.text("format") ?? "Tabular") as ReportFormat,
    reportType: root.text("reportType") ?? "",
    columns: root.children("columns").map((column) => ({
      field: column.text("field") ?? "",
      summaries: column.texts("aggregateTypes").flatMap((kind) => summaryKind(kind) ?? []),
      line: column.line,
    })),
    groupingsDown: root.children("groupingsDown").map(readGrouping),
    groupingsAcross: root.children("groupingsAcross").map(readGrouping),
    filters: filter?.children("criteriaItems").map(readFilter) ?? [],
    booleanFilter: filter?.text("booleanFilter") ?? null,
    crossFilters: root.children("crossFilters").map(readCrossFilter),
    buckets: root.children("buckets").map(readBucket),
    detailFormulas: root.children("customDetailFormulas").map(readDetailFormula),
    formulas: root.children("aggregates").map(readFormula),
    timeFrame:
      timeFrame === null
        ? null
        : {
            column: timeFrame.text("dateColumn") ?? "",
            interval: timeFrame.text("interval") ?? "INTERVAL_CUSTOM",
            start: timeFrame.text("startDate"),
            end: timeFrame.text("endDate"),
            line: timeFrame.line,
          },
    scope: root.text("scope") ?? "organization",
    sort:
      sortColumn === null
        ? null
        : { column: sortColumn, descending: root.text("sortOrder") === "Desc" },
    rowLimit: root.number("rowLimit"),
    showsDetails: root.text("showDetails") !== "false",
    showsSubtotals: root.text("showSubTotals") !== "false",
    showsGrandTotal: root.text("showGrandTotal") !== "false",
    chart: readChart(root.child("chart")),
    lines: {
      format: root.lineOf("format"),
      reportType: root.lineOf("reportType"),
      booleanFilter: filter?.lineOf("booleanFilter") ?? root.line,
      sort: root.lineOf("sortColumn"),
      rowLimit: root.lineOf("rowLimit"),
      scope: root.lineOf("scope"),
    },
  };
}

const SUMMARY_KINDS: Readonly<Record<string, SummaryKind>> = {
  sum: "Sum",
  average: "Average",
  maximum: "Maximum",
  minimum: "Minimum",
  unique: "Unique",
};

/** null for None, and for a kind there is not. */
export function summaryKind(text: string | null): SummaryKind | null {
  return text === null ? null : (SUMMARY_KINDS[text.toLowerCase()] ?? null);
}

function readGrouping(element: XmlElement): ReportGrouping {
  const sortBy = element.text("sortByName");
  const granularity = element.text("dateGranularity");
  return {
    field: element.text("field") ?? "",
    granularity:
      granularity === null || granularity === "None" ? null : (granularity as Granularity),
    descending: element.text("sortOrder") === "Desc",
    sortBy:
      sortBy === null
        ? null
        : { name: sortBy, summary: summaryKind(element.text("aggregateType")) },
    line: element.line,
  };
}

export function readFilter(element: XmlElement): ReportFilter {
  return {
    column: element.text("column") ?? "",
    operator: (element.text("operator") ?? "equals") as FilterOperator,
    value: element.text("value") ?? "",
    isColumn: element.flag("columnToColumn"),
    isUnlocked: element.flag("isUnlocked"),
    line: element.line,
  };
}

function readCrossFilter(element: XmlElement): CrossFilter {
  return {
    isWith: element.text("operation") !== "without",
    primaryColumn: element.text("primaryTableColumn") ?? "",
    relatedTable: element.text("relatedTable") ?? "",
    joinColumn: element.text("relatedTableJoinColumn") ?? "",
    filters: element.children("criteriaItems").map(readFilter),
    line: element.line,
  };
}

function readDetailFormula(element: XmlElement): DetailFormula {
  const type = element.text("dataType") ?? "Text";
  return {
    name: element.text("developerName") ?? "",
    label: element.text("label") ?? "",
    formula: element.text("calculatedFormula") ?? "",
    type: isDetailType(type) ? type : "Text",
    scale: element.number("scale") ?? 0,
    line: element.line,
  };
}

const DETAIL_TYPES: readonly string[] = [
  "Checkbox",
  "Currency",
  "Date",
  "DateTime",
  "Number",
  "Percent",
  "Text",
];

function isDetailType(text: string): text is DetailFormula["type"] {
  return DETAIL_TYPES.includes(text);
}

function readBucket(element: XmlElement): BucketField {
  const kind = element.text("bucketType");
  return {
    name: element.text("developerName") ?? "",
    label: element.text("masterLabel") ?? "",
    kind: kind === "number" || kind === "picklist" ? kind : "text",
    source: element.text("sourceColumnName") ?? "",
    values: element.children("values").map((value) => {
      const sources = value.children("sourceValues");
      return {
        label: value.text("value") ?? "",
        from: sources[0]?.number("from") ?? null,
        to: sources[0]?.number("to") ?? null,
        names: sources.flatMap((source) => source.text("sourceName") ?? []),
      };
    }),
    otherLabel: element.flag("useOther") ? (element.text("otherBucketLabel") ?? "Other") : null,
    nullAsZero: element.text("nullTreatment") === "z",
    line: element.line,
  };
}

function readFormula(element: XmlElement): SummaryFormula {
  const type = element.text("datatype");
  return {
    name: element.text("developerName") ?? "",
    label: element.text("masterLabel") ?? "",
    description: element.text("description"),
    formula: element.text("calculatedFormula") ?? "",
    type: type === "currency" || type === "percent" ? type : "number",
    scale: element.number("scale") ?? 2,
    isActive: element.text("isActive") !== "false",
    downContext: contextOf(element.text("downGroupingContext")),
    acrossContext: contextOf(element.text("acrossGroupingContext")),
    line: element.line,
  };
}

function contextOf(text: string | null): string | null {
  return text === null || /^all(_summary_levels)?$/iu.test(text) || text === "GLOBAL" ? null : text;
}

function readChart(element: XmlElement | null): ReportChart | null {
  if (element === null) return null;
  return {
    type: element.text("chartType") ?? "None",
    groupings: [element.text("groupingColumn"), element.text("secondaryGroupingColumn")].filter(
      (column) => column !== null,
    ),
    summaries: element.children("chartSummaries").map((summary) => ({
      column: summary.text("column") ?? "",
      summary: summaryKind(summary.text("aggregate")),
    })),
    title: element.text("title"),
    hasLegend: element.text("legendPosition") !== null,
    showsValues: element.flag("showValues"),
    line: element.line,
  };
}
