/** A column made ready to be read from joined rows. */
import type { FieldDescribe } from "../../schema/schema.ts";
import type { QueryContext } from "../../soql/query-context.ts";
import { pathReader } from "../../soql/row-reader.ts";
import type { StoredValue } from "../../store/row.ts";
import type { TypeColumn } from "../type/report-type.ts";
import type { JoinedRow } from "./joined-rows.ts";

export interface RunColumn {
  readonly key: string;
  readonly label: string;
  /** Of a bucket: a field like its labels. */
  readonly field: FieldDescribe;
  read(row: JoinedRow): StoredValue;
  /** The name of the record a lookup holds; null for other columns, and for a record nobody may see. */
  name(row: JoinedRow): string | null;
}

export function runColumn(column: TypeColumn, context: QueryContext): RunColumn {
  const read = pathReader(context, column.path);
  const readName = column.namePath === null ? null : pathReader(context, column.namePath);
  const { key, label, table } = column;
  return {
    key,
    label,
    field: column.path.field,
    read(row) {
      const record = row[table];
      return record === undefined ? null : read(record);
    },
    name(row) {
      const record = row[table];
      const name = record === undefined ? null : (readName?.(record) ?? null);
      return typeof name === "string" ? name : null;
    },
  };
}
