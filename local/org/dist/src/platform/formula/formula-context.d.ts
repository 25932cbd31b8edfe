import type { RuntimeType } from "../../runtime/type.ts";
import type { FormulaOperand } from "../../formula/operand.ts";
/** An identifier that the context type does not have. */
export declare class UnknownIdentifier extends Error {
}
/** `value` is null while a formula is only checked. */
export declare function operandOf(identifier: string, type: RuntimeType, value: unknown, blankAsZero: boolean): FormulaOperand;
