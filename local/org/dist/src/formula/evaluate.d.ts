import type { FormulaMoment } from "./functions/function.ts";
import { type FormulaNode } from "./syntax.ts";
import type { FormulaValue } from "./value.ts";
/** Where a formula's identifiers get their values from, and when and where it is evaluated. */
export interface FormulaScope extends FormulaMoment {
    valueOf(identifier: string): FormulaValue;
}
/** @throws FormulaFailure, FormulaUndefined */
export declare function evaluateNode(node: FormulaNode, scope: FormulaScope): FormulaValue;
