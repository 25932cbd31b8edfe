import type { Row, StoredValue } from "../store/row.ts";
import type { GroupBy } from "../syntax/query.ts";
import { distinctKey } from "./aggregate-function.ts";
import type { Operand } from "./operand.ts";

/** Rows that agree in the columns grouped by. A subtotal of ROLLUP or CUBE leaves some of the columns open. */
export interface RowGroup {
  readonly rows: readonly Row[];
  /** By index of the GROUP BY column: whether the group has one value of it. */
  readonly isGrouped: readonly boolean[];
  /** By index of the GROUP BY column; null where it is left open. */
  readonly keys: readonly StoredValue[];
}

/** Source: SOQL and SOSL Reference, GROUP BY, GROUP BY ROLLUP, GROUP BY CUBE. */
export function groupRows(
  rows: readonly Row[],
  kind: GroupBy["kind"],
  columns: readonly Operand<Row>[],
): readonly RowGroup[] {
  return groupingSets(kind, columns.length).flatMap((isGrouped) =>
    groupsOf(rows, columns, isGrouped),
  );
}

function groupsOf(
  rows: readonly Row[],
  columns: readonly Operand<Row>[],
  isGrouped: readonly boolean[],
): readonly RowGroup[] {
  const groups = new Map<string, { readonly rows: Row[]; readonly keys: readonly StoredValue[] }>();
  for (const row of rows) {
    const keys = columns.map((column, index) =>
      isGrouped[index] === true ? column.read(row) : null,
    );
    const key = JSON.stringify(
      columns.map((column, index) => distinctKey(column.kind, keys[index] ?? null)),
    );
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { rows: [row], keys });
    else group.rows.push(row);
  }
  return [...groups.values()].map((group) => ({ ...group, isGrouped }));
}

function groupingSets(kind: GroupBy["kind"], count: number): readonly (readonly boolean[])[] {
  const all = Array.from({ length: count }, () => true);
  switch (kind) {
    case "plain":
      return [all];
    case "rollup":
      return Array.from({ length: count + 1 }, (_, left) =>
        all.map((_value, index) => index < count - left),
      );
    case "cube":
      return Array.from({ length: 2 ** count }, (_, left) =>
        all.map((_value, index) => (left & (1 << (count - 1 - index))) === 0),
      );
  }
}
