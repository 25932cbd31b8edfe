/**
 * Reports, report types, dashboards and folders as metadata defines them. Lines are those of the file, from 1.
 * Source: Metadata API Developer Guide, "Report", "ReportType", "Dashboard", "ReportFolder".
 */

export type ReportFormat = "Tabular" | "Summary" | "Matrix" | "MultiBlock";

/** As metadata names them. */
export type SummaryKind = "Sum" | "Average" | "Maximum" | "Minimum" | "Unique";

export type Granularity =
  | "Day"
  | "Week"
  | "Month"
  | "Quarter"
  | "Year"
  | "FiscalQuarter"
  | "FiscalYear"
  | "MonthInYear"
  | "DayInMonth";

export interface ReportColumn {
  readonly field: string;
  readonly summaries: readonly SummaryKind[];
  readonly line: number;
}

export interface ReportGrouping {
  readonly field: string;
  /** null: by day where the column is a date, by value where it is not. */
  readonly granularity: Granularity | null;
  readonly descending: boolean;
  /** Of groups ordered by what they sum up to: the name of a column, of a formula, or RowCount. */
  readonly sortBy: { readonly name: string; readonly summary: SummaryKind | null } | null;
  readonly line: number;
}

export type FilterOperator =
  | "equals"
  | "notEqual"
  | "lessThan"
  | "greaterThan"
  | "lessOrEqual"
  | "greaterOrEqual"
  | "contains"
  | "notContain"
  | "startsWith"
  | "includes"
  | "excludes"
  | "between";

export interface ReportFilter {
  readonly column: string;
  readonly operator: FilterOperator;
  /** Several values, with commas between them, are alternatives. */
  readonly value: string;
  /** The value names another column. */
  readonly isColumn: boolean;
  /** Whether who runs the report may change it. */
  readonly isUnlocked: boolean;
  readonly line: number;
}

/** Rows with, or without, records of another object that point to them. */
export interface CrossFilter {
  readonly isWith: boolean;
  readonly primaryColumn: string;
  readonly relatedTable: string;
  readonly joinColumn: string;
  readonly filters: readonly ReportFilter[];
  readonly line: number;
}

export interface BucketValue {
  readonly label: string;
  readonly from: number | null;
  readonly to: number | null;
  /** Of texts and picklists. */
  readonly names: readonly string[];
}

export interface BucketField {
  readonly name: string;
  readonly label: string;
  readonly kind: "number" | "picklist" | "text";
  readonly source: string;
  readonly values: readonly BucketValue[];
  /** Label of everything else; null leaves each value its own. */
  readonly otherLabel: string | null;
  readonly nullAsZero: boolean;
  readonly line: number;
}

/** A formula over the columns of one row. */
export interface DetailFormula {
  readonly name: string;
  readonly label: string;
  readonly formula: string;
  readonly type: "Checkbox" | "Currency" | "Date" | "DateTime" | "Number" | "Percent" | "Text";
  readonly scale: number;
  readonly line: number;
}

export interface SummaryFormula {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly formula: string;
  readonly type: "number" | "currency" | "percent";
  readonly scale: number;
  readonly isActive: boolean;
  /** The grouping at which alone it is shown; null at all levels; GRAND_SUMMARY at the grand total. */
  readonly downContext: string | null;
  readonly acrossContext: string | null;
  readonly line: number;
}

export interface TimeFrame {
  readonly column: string;
  /** `INTERVAL_CUSTOM`, `INTERVAL_THISMONTH` … */
  readonly interval: string;
  /** `YYYY-MM-DD`. */
  readonly start: string | null;
  readonly end: string | null;
  readonly line: number;
}

export interface ReportChart {
  /** `VerticalColumnStacked`, `Donut` … */
  readonly type: string;
  readonly groupings: readonly string[];
  readonly summaries: readonly { readonly column: string; readonly summary: SummaryKind | null }[];
  readonly title: string | null;
  readonly hasLegend: boolean;
  readonly showsValues: boolean;
  readonly line: number;
}

export interface ReportDefinition {
  readonly developerName: string;
  /** Developer name of the folder it is in, the innermost where they nest. */
  readonly folder: string;
  readonly file: string;
  readonly name: string;
  readonly description: string | null;
  readonly format: ReportFormat;
  readonly reportType: string;
  readonly columns: readonly ReportColumn[];
  readonly groupingsDown: readonly ReportGrouping[];
  readonly groupingsAcross: readonly ReportGrouping[];
  readonly filters: readonly ReportFilter[];
  /** `1 AND (2 OR 3)`; null joins them all. */
  readonly booleanFilter: string | null;
  readonly crossFilters: readonly CrossFilter[];
  readonly buckets: readonly BucketField[];
  readonly detailFormulas: readonly DetailFormula[];
  readonly formulas: readonly SummaryFormula[];
  readonly timeFrame: TimeFrame | null;
  readonly scope: string;
  readonly sort: { readonly column: string; readonly descending: boolean } | null;
  readonly rowLimit: number | null;
  readonly showsDetails: boolean;
  readonly showsSubtotals: boolean;
  readonly showsGrandTotal: boolean;
  readonly chart: ReportChart | null;
  readonly lines: ReportLines;
}

export interface ReportLines {
  readonly format: number;
  readonly reportType: number;
  readonly booleanFilter: number;
  readonly sort: number;
  readonly rowLimit: number;
  readonly scope: number;
}

/** One object joined to another by a child relationship. */
export interface TypeJoin {
  readonly relationship: string;
  /** Rows without a child stay. */
  readonly isOuter: boolean;
  readonly line: number;
}

export interface TypeColumn {
  /** `Account`, `Account.Contacts`. */
  readonly table: string;
  readonly field: string;
  readonly section: string;
  readonly label: string | null;
  readonly line: number;
}

export interface ReportTypeDefinition {
  readonly developerName: string;
  readonly file: string;
  readonly label: string;
  readonly description: string | null;
  readonly baseObject: string;
  readonly isDeployed: boolean;
  /** Outermost first. */
  readonly joins: readonly TypeJoin[];
  readonly columns: readonly TypeColumn[];
  readonly line: number;
}

export interface FolderShare {
  /** `View`, `EditAllContents`, `Manage`. */
  readonly accessLevel: string;
  readonly sharedTo: string;
  /** `Organization`, `Group`, `Role`, `RoleAndSubordinates`, `User` … */
  readonly sharedToType: string;
  readonly line: number;
}

export interface FolderDefinition {
  readonly kind: "Report" | "Dashboard";
  readonly developerName: string;
  readonly parent: string | null;
  readonly file: string;
  readonly name: string;
  /** `PublicInternal`, `Public`, `Hidden`; null with shares. */
  readonly accessType: string | null;
  readonly shares: readonly FolderShare[];
}

export interface DashboardFilterOption {
  readonly alias: string | null;
  readonly operator: FilterOperator;
  readonly values: readonly string[];
}

export interface DashboardFilter {
  readonly name: string;
  readonly options: readonly DashboardFilterOption[];
  readonly line: number;
}

export interface DashboardTableColumn {
  readonly column: string;
  readonly type: "detail" | "aggregate" | "grouping";
  readonly showsTotal: boolean;
  readonly line: number;
}

export interface DashboardComponent {
  /** `Bar`, `Column`, `ColumnStacked`, `Line`, `Donut`, `Metric`, `Gauge`, `FlexTable`, `Table` … */
  readonly type: string;
  /** Developer name of the report. */
  readonly report: string;
  readonly header: string | null;
  readonly title: string | null;
  readonly footer: string | null;
  readonly groupings: readonly string[];
  readonly summaries: readonly { readonly column: string; readonly summary: SummaryKind | null }[];
  readonly tableColumns: readonly DashboardTableColumn[];
  /** Column of the report that each filter of the dashboard filters. */
  readonly filterColumns: readonly string[];
  readonly usesReportChart: boolean;
  readonly maxValues: number | null;
  readonly sorts: readonly {
    readonly level: number;
    readonly column: string | null;
    readonly descending: boolean;
  }[];
  readonly gauge: {
    readonly min: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly max: number | null;
  };
  readonly metricLabel: string | null;
  readonly legendPosition: string;
  readonly showsValues: boolean;
  readonly place: {
    readonly column: number;
    readonly row: number;
    readonly colSpan: number;
    readonly rowSpan: number;
  };
  readonly line: number;
  readonly reportLine: number;
}

export interface DashboardDefinition {
  readonly developerName: string;
  readonly folder: string;
  readonly file: string;
  readonly title: string;
  readonly description: string | null;
  readonly type: "SpecifiedUser" | "LoggedInUser" | "MyTeamUser";
  readonly runningUser: string | null;
  readonly filters: readonly DashboardFilter[];
  readonly components: readonly DashboardComponent[];
  readonly columns: number;
  readonly rowHeight: number;
  readonly typeLine: number;
}

export interface AnalyticsMetadata {
  readonly reports: ReportDefinition[];
  readonly reportTypes: ReportTypeDefinition[];
  readonly dashboards: DashboardDefinition[];
  readonly folders: FolderDefinition[];
}

export function emptyAnalytics(): AnalyticsMetadata {
  return { reports: [], reportTypes: [], dashboards: [], folders: [] };
}
