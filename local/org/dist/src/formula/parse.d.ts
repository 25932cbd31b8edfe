/** From a formula's text to its syntax tree. */
import { type FormulaNode } from "./syntax.ts";
/** @throws FormulaFailure for text that is no formula. */
export declare function parseFormula(formula: string): FormulaNode;
