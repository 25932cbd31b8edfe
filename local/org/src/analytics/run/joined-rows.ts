/** The rows of a report type that a user may see: records of its base object with what is joined to them. */
import type { QueryContext } from "../../soql/query-context.ts";
import { shownParent } from "../../soql/row-reader.ts";
import type { Row } from "../../store/row.ts";
import type { ReportTable, ReportType } from "../type/report-type.ts";

/** A record of each table of the type; undefined where an outer join found none. */
export type JoinedRow = readonly (Row | undefined)[];

export function joinedRows(type: ReportType, context: QueryContext): readonly JoinedRow[] {
  let rows: readonly JoinedRow[] = [[]];
  for (const table of type.tables) rows = joined(rows, table, context);
  return rows;
}

function joined(
  rows: readonly JoinedRow[],
  { describe, join }: ReportTable,
  context: QueryContext,
): readonly JoinedRow[] {
  switch (join.kind) {
    case "base":
      return shownRows(describe.name, context).map((row) => [row]);
    case "parent":
      return rows.flatMap((row) => {
        const from = row[join.of];
        const parent = from === undefined ? undefined : shownParent(context, from, join.lookup);
        return parent === undefined ? [] : [[...row, parent]];
      });
    case "children": {
      const children = new Map<unknown, Row[]>();
      for (const child of shownRows(describe.name, context)) {
        const to = child.values[join.lookup.name];
        const known = children.get(to);
        if (known === undefined) children.set(to, [child]);
        else known.push(child);
      }
      return rows.flatMap((row): readonly JoinedRow[] => {
        const found = children.get(row[join.of]?.id) ?? [];
        if (found.length === 0) return join.isOuter ? [[...row, undefined]] : [];
        return found.map((child) => [...row, child]);
      });
    }
  }
}

export function shownRows(object: string, { store, sharing }: QueryContext): readonly Row[] {
  const isShown = sharing?.rowFilter(object) ?? null;
  return [...store.table(object).rows()].filter(
    (row) => !row.isDeleted && (isShown === null || isShown(row)),
  );
}
