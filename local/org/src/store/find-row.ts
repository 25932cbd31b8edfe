import type { RecordStore } from "./record-store.ts";
import type { Row, RowValues } from "./row.ts";

/** The first row that is not deleted and matches. */
export function findRow(
  store: RecordStore,
  object: string,
  matches: (values: RowValues) => boolean,
): Row | undefined {
  for (const row of store.table(object).rows())
    if (!row.isDeleted && matches(row.values)) return row;
  return undefined;
}
