/** Cross filters: rows whose record has, or lacks, records of another object. Source: Salesforce Help, "Filter Across Objects". */
import type { QueryContext } from "../../soql/query-context.ts";
import type { CrossFilter } from "../source/report-definition.ts";
import type { RunColumn } from "./run-column.ts";
import { shownRows } from "./joined-rows.ts";
import { rowFilter, type RowPredicate } from "./row-filter.ts";
import { runColumn } from "./run-column.ts";
import { columnAt, type ReportTable } from "../type/report-type.ts";

/** @param primary the column of ids, of the report's own record or of a lookup */
export function crossFilter(
  filter: CrossFilter,
  primary: RunColumn,
  context: QueryContext,
): RowPredicate {
  const describe = context.schema.object(filter.relatedTable);
  if (describe === undefined) throw new Error(`There is no object ${filter.relatedTable}`);
  const tables: readonly ReportTable[] = [
    { name: describe.name, describe, join: { kind: "base" } },
  ];
  const column = (name: string): RunColumn => {
    const path = name.split(".").at(-1) ?? name;
    const found = columnAt(context.schema, tables, 0, name, [path]);
    if (found === undefined) throw new Error(`There is no field ${name} on ${describe.name}`);
    return runColumn(found, context);
  };
  const conditions = filter.filters.map((each) =>
    rowFilter(each, column(each.column), each.isColumn ? column(each.value) : null, context),
  );
  const join = column(filter.joinColumn);
  const ids = new Set(
    shownRows(describe.name, context)
      .filter((row) => conditions.every((holds) => holds([row])))
      .map((row) => join.read([row])),
  );
  return (row) => ids.has(primary.read(row)) === filter.isWith;
}
