/** The result of a report as the lines of one table: group headings, rows, subtotals. Pure. */
import type { ColumnInfo, Fact, Grouping, ReportResult } from "./types.ts";

export interface TableCell {
  readonly text: string;
  /** Numbers stand to the right. */
  readonly isNumber: boolean;
}

export interface TableLine {
  readonly kind: "group" | "row" | "total";
  /** Of a group: how deep it is. */
  readonly level: number;
  readonly cells: readonly TableCell[];
}

export interface Table {
  readonly columns: readonly TableCell[];
  readonly lines: readonly TableLine[];
}

const NUMBERS = new Set(["int", "double", "currency", "percent"]);

export function tableOf(result: ReportResult): Table {
  return result.groupingsAcross.groupings.length > 0 ? matrix(result) : listing(result);
}

/** Rows below the headings of their groups; the sums of a group stand in its heading. */
function listing(result: ReportResult): Table {
  const { reportMetadata, reportExtendedMetadata, factMap } = result;
  const { detailColumnInfo, aggregateColumnInfo } = reportExtendedMetadata;
  const details = reportMetadata.detailColumns.map((name) => headOf(detailColumnInfo[name], name));
  const lines: TableLine[] = [];
  const addRows = (fact: Fact | undefined): void => {
    for (const { dataCells } of fact?.rows ?? [])
      lines.push({
        kind: "row",
        level: 0,
        cells: dataCells.map(({ label }, index) => ({
          text: label,
          isNumber: details[index]?.isNumber === true,
        })),
      });
  };
  const sums = (fact: Fact | undefined): string =>
    (fact?.aggregates ?? [])
      .map(({ label }, index) => {
        const name = reportMetadata.aggregates[index] ?? "";
        return `${aggregateColumnInfo[name]?.label ?? name} ${label}`;
      })
      .join(" · ");
  const addGroups = (groups: readonly Grouping[], level: number): void => {
    for (const group of groups) {
      const fact = factMap[`${group.key}!T`];
      lines.push({
        kind: "group",
        level,
        cells: [textCell(group.label), textCell(sums(fact))],
      });
      if (group.groupings.length > 0) addGroups(group.groupings, level + 1);
      else addRows(fact);
    }
  };
  const groups = result.groupingsDown.groupings;
  const total = factMap["T!T"];
  if (groups.length === 0) addRows(total);
  else addGroups(groups, 0);
  if (total !== undefined && total.aggregates.length > 0 && reportMetadata.showGrandTotal)
    lines.push({ kind: "total", level: 0, cells: [textCell("Total"), textCell(sums(total))] });
  return { columns: details, lines };
}

/** A line for each group of rows and each sum, a column for each innermost group of columns. */
function matrix(result: ReportResult): Table {
  const { reportMetadata, reportExtendedMetadata, factMap } = result;
  const across = innermost(result.groupingsAcross.groupings);
  const sums = reportMetadata.aggregates.map((name) => ({
    name,
    head: headOf(reportExtendedMetadata.aggregateColumnInfo[name], name),
  }));
  const lineOf = (
    label: string,
    down: string,
    level: number,
    kind: TableLine["kind"],
  ): readonly TableLine[] =>
    sums.map(({ head }, index) => ({
      kind,
      level,
      cells: [
        textCell(index === 0 ? label : ""),
        textCell(head.text),
        ...[...across.map(({ key }) => key), "T"].map((key) => ({
          text: factMap[`${down}!${key}`]?.aggregates[index]?.label ?? "",
          isNumber: true,
        })),
      ],
    }));
  const lines = (groups: readonly Grouping[], level: number): readonly TableLine[] =>
    groups.flatMap((group) => [
      ...lineOf(group.label, group.key, level, group.groupings.length > 0 ? "group" : "row"),
      ...lines(group.groupings, level + 1),
    ]);
  return {
    columns: [
      textCell(""),
      textCell(""),
      ...across.map(({ label }) => ({ text: label, isNumber: true })),
      { text: "Total", isNumber: true },
    ],
    lines: [
      ...lines(result.groupingsDown.groupings, 0),
      ...(reportMetadata.showGrandTotal ? lineOf("Total", "T", 0, "total") : []),
    ],
  };
}

function innermost(
  groups: readonly Grouping[],
  above = "",
): readonly { key: string; label: string }[] {
  return groups.flatMap((group) => {
    const label = above === "" ? group.label : `${above} / ${group.label}`;
    return group.groupings.length === 0
      ? [{ key: group.key, label }]
      : innermost(group.groupings, label);
  });
}

function headOf(info: ColumnInfo | undefined, name: string): TableCell {
  return { text: info?.label ?? name, isNumber: NUMBERS.has(info?.dataType ?? "") };
}

function textCell(text: string): TableCell {
  return { text, isNumber: false };
}
