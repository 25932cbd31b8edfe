/** Reports and dashboards, as the Analytics API shows them. Source: Reports and Dashboards REST API Developer Guide. */

export interface Shown {
  readonly label: string;
  readonly value: unknown;
}

export interface Grouping extends Shown {
  readonly key: string;
  readonly groupings: readonly Grouping[];
}

export interface Fact {
  readonly aggregates: readonly Shown[];
  readonly rows?: readonly { readonly dataCells: readonly Shown[] }[];
}

export interface ColumnInfo {
  readonly label: string;
  readonly dataType: string;
}

export interface ReportFilter {
  readonly column: string;
  readonly operator: string;
  readonly value: string;
}

export interface GroupingInfo {
  readonly name: string;
  readonly sortOrder: string;
  readonly dateGranularity: string;
  readonly sortAggregate: string | null;
}

export interface ReportChart {
  readonly chartType: string;
  readonly groupings: readonly string[];
  readonly summaries: readonly string[];
  readonly title: string | null;
}

export interface ReportResult {
  readonly allData: boolean;
  readonly factMap: Readonly<Record<string, Fact>>;
  readonly groupingsDown: { readonly groupings: readonly Grouping[] };
  readonly groupingsAcross: { readonly groupings: readonly Grouping[] };
  readonly reportExtendedMetadata: {
    readonly aggregateColumnInfo: Readonly<Record<string, ColumnInfo>>;
    readonly detailColumnInfo: Readonly<Record<string, ColumnInfo>>;
    readonly groupingColumnInfo: Readonly<Record<string, ColumnInfo>>;
  };
  readonly reportMetadata: {
    readonly aggregates: readonly string[];
    readonly chart: ReportChart | null;
    readonly description: string | null;
    readonly detailColumns: readonly string[];
    readonly groupingsAcross: readonly GroupingInfo[];
    readonly groupingsDown: readonly GroupingInfo[];
    readonly id: string;
    readonly name: string;
    readonly reportBooleanFilter: string | null;
    readonly reportFilters: readonly ReportFilter[];
    readonly reportFormat: string;
    readonly showGrandTotal: boolean;
  };
}

export interface DashboardComponent {
  readonly id: string;
  readonly header: string | null;
  readonly title: string | null;
  readonly footer: string | null;
  readonly reportId: string | null;
  readonly properties: {
    readonly aggregates: readonly { readonly name: string }[];
    readonly maxRows: number | null;
    readonly visualizationType: string;
    readonly visualizationProperties: {
      readonly groupByType?: string;
      readonly flexTableType?: string;
      readonly tableColumns?: readonly { readonly column: string; readonly type: string }[];
      readonly breakPoints?: readonly {
        readonly breaks: readonly {
          readonly color: string;
          readonly lowerBound: number | null;
          readonly upperBound: number | null;
        }[];
      }[];
    };
  };
}

export interface Dashboard {
  readonly componentData: readonly {
    readonly componentId: string;
    readonly reportResult: ReportResult | null;
    readonly status: { readonly errorMessage: string | null };
  }[];
  readonly dashboardMetadata: {
    readonly components: readonly DashboardComponent[];
    readonly description: string | null;
    readonly filters: readonly {
      readonly name: string;
      readonly options: readonly {
        readonly id: string;
        readonly alias: string | null;
        readonly operation: string;
        readonly value: string | null;
      }[];
    }[];
    readonly layout: {
      readonly numColumns: number;
      readonly rowHeight: number;
      readonly components: readonly {
        readonly colspan: number;
        readonly column: number;
        readonly row: number;
        readonly rowspan: number;
      }[];
    };
    readonly name: string;
  };
}
