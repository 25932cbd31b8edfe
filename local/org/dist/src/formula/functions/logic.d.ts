import { type FormulaFunction } from "./function.ts";
export declare const LOGIC: Readonly<Record<string, FormulaFunction>>;
