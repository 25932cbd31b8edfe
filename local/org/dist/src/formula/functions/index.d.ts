import type { FormulaFunction } from "./function.ts";
export declare function formulaFunction(name: string): FormulaFunction | undefined;
