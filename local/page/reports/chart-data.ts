/** What a chart draws: labels along its axis, one series or several, and the same as the lines of a table. Pure. */
import type { Grouping, ReportResult, Shown } from "./types.ts";

export type ChartKind = "bar" | "column" | "line" | "donut" | "pie";

export interface ChartSeries {
  readonly label: string;
  readonly values: readonly (number | null)[];
  /** In words, with their unit. */
  readonly words: readonly string[];
}

export interface ChartData {
  readonly kind: ChartKind;
  readonly isStacked: boolean;
  /** What the values are. */
  readonly measure: string;
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
}

const KINDS: Readonly<Record<string, ChartKind>> = {
  Bar: "bar",
  HorizontalBar: "bar",
  Column: "column",
  VerticalColumn: "column",
  Line: "line",
  Donut: "donut",
  Pie: "pie",
  Funnel: "bar",
};

/** null for a kind that is no chart. `VerticalColumnStacked` is a column. */
export function chartKind(type: string): ChartKind | null {
  return KINDS[type.replace(/(Grouped|Stacked|Cumulative|100)+$/u, "")] ?? null;
}

/** Of the first grouping along the axis, and a series for each group of the second. @param summary as the API names it */
export function chartData(
  result: ReportResult,
  kind: ChartKind,
  summary: string,
  options: { readonly isStacked: boolean; readonly maxValues: number | null },
): ChartData {
  const { reportMetadata, reportExtendedMetadata, factMap, groupingsDown } = result;
  const at = Math.max(0, reportMetadata.aggregates.indexOf(summary));
  const name = reportMetadata.aggregates[at] ?? summary;
  const groups = groupingsDown.groupings.slice(0, options.maxValues ?? undefined);
  const factAt = (key: string): Shown | undefined => factMap[`${key}!T`]?.aggregates[at];
  const hasSeries = reportMetadata.groupingsDown.length > 1;
  const seriesLabels = hasSeries ? labelsOf(groups.flatMap(({ groupings }) => groupings)) : [];
  const measure = reportExtendedMetadata.aggregateColumnInfo[name]?.label ?? name;
  const series = hasSeries
    ? seriesLabels.map((label) =>
        seriesOf(
          label,
          groups.map(({ groupings }) => {
            const inner = groupings.find((each) => each.label === label);
            return inner === undefined ? undefined : factAt(inner.key);
          }),
        ),
      )
    : [
        seriesOf(
          measure,
          groups.map(({ key }) => factAt(key)),
        ),
      ];
  return {
    kind,
    isStacked: options.isStacked,
    measure,
    labels: groups.map(({ label }) => label),
    series,
  };
}

function labelsOf(groups: readonly Grouping[]): readonly string[] {
  return [...new Set(groups.map(({ label }) => label))];
}

function seriesOf(label: string, facts: readonly (Shown | undefined)[]): ChartSeries {
  return {
    label,
    values: facts.map((fact) => (typeof fact?.value === "number" ? fact.value : null)),
    words: facts.map((fact) => fact?.label ?? "-"),
  };
}
