import { LightningElement, api } from "lwc";
import { chartData, chartKind, type ChartData } from "../../../reports/chart-data";
import type { Dashboard, DashboardComponent, ReportResult } from "../../../reports/types.ts";
import { runDashboard } from "../../core/analytics";
import { go } from "../../core/router";

interface Tile {
  readonly key: string;
  readonly heading: string;
  readonly footer: string;
  readonly style: string;
  readonly address: string | null;
  readonly problem: string | null;
  readonly chart: ChartData | null;
  readonly table: ReportResult | null;
  readonly number: string | null;
  readonly numberClass: string;
}

/** A dashboard: each component where its layout puts it. */
export default class DashboardPage extends LightningElement {
  @api recordId = "";

  dashboard: Dashboard | null = null;
  isLoading = true;
  problem: string | null = null;
  chosen: readonly string[] = [];

  override connectedCallback(): void {
    void this.load();
  }

  get heading(): string {
    return this.dashboard?.dashboardMetadata.name ?? "Dashboard";
  }
  get description(): string {
    return this.dashboard?.dashboardMetadata.description ?? "";
  }
  get filters(): readonly object[] {
    return (this.dashboard?.dashboardMetadata.filters ?? []).map(({ name, options }, index) => ({
      index,
      name,
      value: this.chosen[index] ?? "",
      options: [
        { label: "All", value: "" },
        ...options.map((option) => ({ label: optionLabel(option), value: option.id })),
      ],
    }));
  }
  get tiles(): readonly Tile[] {
    const { dashboard } = this;
    if (dashboard === null) return [];
    const { components, layout } = dashboard.dashboardMetadata;
    return components.map((component, index) => {
      const place = layout.components[index];
      const data = dashboard.componentData.find(({ componentId }) => componentId === component.id);
      const style =
        place === undefined
          ? ""
          : `grid-column: ${place.column + 1} / span ${place.colspan}; grid-row: ${place.row + 1} / span ${place.rowspan}`;
      return {
        key: component.id,
        heading: component.header ?? component.title ?? "",
        footer: component.footer ?? "",
        style,
        address:
          component.reportId === null ? null : `/lightning/r/Report/${component.reportId}/view`,
        problem: data?.status.errorMessage ?? null,
        ...shownOf(component, data?.reportResult ?? null),
      };
    });
  }
  get gridStyle(): string {
    const { numColumns = 12, rowHeight = 36 } = this.dashboard?.dashboardMetadata.layout ?? {};
    return `--columns: ${numColumns}; --row: ${rowHeight}px`;
  }

  choose(event: CustomEvent<{ readonly value: string }> & { readonly target: HTMLElement }): void {
    const index = Number(event.target.dataset["index"]);
    const filters = this.dashboard?.dashboardMetadata.filters ?? [];
    this.chosen = filters.map((_, at) =>
      at === index ? event.detail.value : (this.chosen[at] ?? ""),
    );
    void this.load();
  }
  open(event: MouseEvent & { readonly currentTarget: HTMLAnchorElement }): void {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(event.currentTarget.pathname);
  }

  async load(): Promise<void> {
    this.isLoading = true;
    try {
      this.dashboard = await runDashboard(this.recordId, this.chosen);
      document.title = this.heading;
      this.problem = null;
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
    }
    this.isLoading = false;
  }
}

type ShownPart = Pick<Tile, "chart" | "table" | "number" | "numberClass">;

const NOTHING: ShownPart = { chart: null, table: null, number: null, numberClass: "" };

function shownOf({ properties }: DashboardComponent, result: ReportResult | null): ShownPart {
  if (result === null) return NOTHING;
  const { visualizationType: type, visualizationProperties: visual, aggregates } = properties;
  const summary = aggregates[0]?.name ?? "RowCount";
  const kind = chartKind(type);
  if (kind !== null) {
    const isStacked = visual.groupByType === "stacked";
    const maxValues = properties.maxRows;
    return { ...NOTHING, chart: chartData(result, kind, summary, { isStacked, maxValues }) };
  }
  if (type === "Metric" || type === "Gauge") {
    const at = Math.max(0, result.reportMetadata.aggregates.indexOf(summary));
    const shown = result.factMap["T!T"]?.aggregates[at];
    const breaks = visual.breakPoints?.[0]?.breaks ?? [];
    const level = breaks.findIndex(
      ({ upperBound }) =>
        typeof shown?.value === "number" && upperBound !== null && shown.value <= upperBound,
    );
    return {
      ...NOTHING,
      number: shown?.label ?? "-",
      numberClass: `number level${level === -1 ? Math.max(0, breaks.length - 1) : level} of${breaks.length}`,
    };
  }
  return { ...NOTHING, table: tableResult(result, properties) };
}

/** What an option says: its value, and how it is compared where that is not by equality. */
function optionLabel({
  alias,
  operation,
  value,
}: Dashboard["dashboardMetadata"]["filters"][number]["options"][number]): string {
  if (alias !== null) return alias;
  if (operation === "equals") return value ?? "";
  const words = operation.replaceAll(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
  return `${words} ${value ?? ""}`;
}

/** The columns and rows of the component, out of those of its report. */
function tableResult(
  result: ReportResult,
  { maxRows, visualizationProperties }: DashboardComponent["properties"],
): ReportResult {
  const wanted = (visualizationProperties.tableColumns ?? [])
    .filter(({ type }) => type === "detail")
    .map(({ column }) => column);
  const all = result.reportMetadata.detailColumns;
  const places = (wanted.length === 0 ? all : wanted).flatMap((name) => {
    const at = all.indexOf(name);
    return at === -1 ? [] : [at];
  });
  const isSummary = visualizationProperties.flexTableType === "summary";
  return {
    ...result,
    reportMetadata: {
      ...result.reportMetadata,
      detailColumns: isSummary ? ["", ""] : places.map((at) => all[at] ?? ""),
      // The totals of a component are its own.
      showGrandTotal: false,
    },
    groupingsDown: {
      groupings: result.groupingsDown.groupings.slice(0, maxRows ?? undefined),
    },
    factMap: Object.fromEntries(
      Object.entries(result.factMap).map(([key, fact]) => [
        key,
        {
          ...fact,
          rows: (fact.rows ?? []).slice(0, maxRows ?? undefined).map(({ dataCells }) => ({
            dataCells: places.map((at) => dataCells[at] ?? { label: "", value: null }),
          })),
        },
      ]),
    ),
  };
}
