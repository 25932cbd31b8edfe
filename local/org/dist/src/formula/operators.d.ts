import { type Operator } from "./syntax.ts";
import { type FormulaValue } from "./value.ts";
/** Of operators that evaluate both sides. An empty side makes sums, comparisons and equations empty; texts compare as "". */
export declare function applyOperator(operator: Exclude<Operator, "&&" | "||" | "!">, left: FormulaValue, right: FormulaValue): FormulaValue;
export declare function negated(value: FormulaValue): FormulaValue;
