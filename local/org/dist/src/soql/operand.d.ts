import type { FieldDescribe } from "../schema/schema.ts";
import type { StoredValue } from "../store/row.ts";
import type { ComparisonKind } from "./comparison-kind.ts";
/** Something a row, or a group of rows, has a value of. */
export interface Operand<Subject> {
    /** As messages name it. */
    readonly name: string;
    readonly kind: ComparisonKind;
    /** null for a function of fields. */
    readonly field: FieldDescribe | null;
    /** The objects whose ids it holds, where it holds ids. */
    readonly targets?: readonly string[];
    readonly read: (subject: Subject) => StoredValue;
}
