import type { StoredValue } from "../../store/row.ts";
/** `returnType` is a constant of FormulaEval.FormulaReturnType. Throws System.FormulaEvaluationException where the value is of another kind. */
export declare function resultAs(value: StoredValue, returnType: string): StoredValue;
