import type { Row, StoredValue } from "../store/row.ts";
import type { GroupBy } from "../syntax/query.ts";
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
export declare function groupRows(rows: readonly Row[], kind: GroupBy["kind"], columns: readonly Operand<Row>[]): readonly RowGroup[];
