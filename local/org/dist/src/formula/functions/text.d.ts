import { type FormulaFunction } from "./function.ts";
export declare const TEXTS: Readonly<Record<string, FormulaFunction>>;
/** Texts that a browser reads. */
export declare const MARKUP: Readonly<Record<string, FormulaFunction>>;
