import { type FormulaFunction } from "./function.ts";
export declare const DATES: Readonly<Record<string, FormulaFunction>>;
