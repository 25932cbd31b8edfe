/**
 * The rows of a report as CSV (RFC 4180), in front of each the groups it is in. Amounts are plain numbers, dates ISO. A text that a
 * spreadsheet would take for a formula is kept from being one by an apostrophe.
 */
import type { Grouping, ReportResult, Shown } from "./types.ts";

export function csvOf(result: ReportResult): string {
  const { reportMetadata, reportExtendedMetadata } = result;
  const { detailColumnInfo, groupingColumnInfo } = reportExtendedMetadata;
  const groupings = [...reportMetadata.groupingsDown, ...reportMetadata.groupingsAcross];
  const head = [
    ...groupings.map(({ name }) => groupingColumnInfo[name]?.label ?? name),
    ...reportMetadata.detailColumns.map((name) => detailColumnInfo[name]?.label ?? name),
  ];
  const lines = pathsOf(result.groupingsDown.groupings).flatMap((down) =>
    pathsOf(result.groupingsAcross.groupings).flatMap((across) =>
      (result.factMap[`${down.key}!${across.key}`]?.rows ?? []).map(({ dataCells }) =>
        [...down.labels, ...across.labels, ...dataCells.map(exported)].map(field),
      ),
    ),
  );
  return [head.map(field), ...lines].map((line) => `${line.join(",")}\r\n`).join("");
}

interface GroupPath {
  readonly key: string;
  readonly labels: readonly string[];
}

/** Of the innermost groups; of a report without groups the whole. */
function pathsOf(groups: readonly Grouping[], above: readonly string[] = []): readonly GroupPath[] {
  if (groups.length === 0) return [{ key: "T", labels: above }];
  return groups.flatMap(({ key, label, groupings }) => {
    const labels = [...above, label];
    return groupings.length === 0 ? [{ key, labels }] : pathsOf(groupings, labels);
  });
}

/** Names rather than ids, numbers rather than their words. */
function exported({ label, value }: Shown): string | number {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return value;
  if (typeof value === "object" && "amount" in value) return Number(value.amount);
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}/u.test(value) ? value : label;
}

function field(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
