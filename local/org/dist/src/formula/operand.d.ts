import type { FieldType } from "../schema/schema.ts";
import type { StoredValue } from "../store/row.ts";
import type { FormulaKind, FormulaValue } from "./value.ts";
export interface FormulaOperand {
    readonly type: FieldType;
    readonly value: StoredValue;
    /** Whether an empty number counts as 0. */
    readonly blankAsZero: boolean;
}
export declare function kindOfField(type: FieldType): FormulaKind;
/** Percent fields hold 12.5 and stand for 0.125. */
export declare function operandValue(operand: FormulaOperand): FormulaValue;
