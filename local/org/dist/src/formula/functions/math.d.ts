/** Source: Salesforce Help, "Formula Operators and Functions by Context", Math Functions. */
import { ApexDecimal } from "../../runtime/decimal.ts";
import { type FormulaValue } from "../value.ts";
import { type FormulaFunction } from "./function.ts";
/** A number argument: null where it is empty. */
export declare function decimal(value: FormulaValue | undefined): ApexDecimal | null;
export declare function remainder(dividend: ApexDecimal, divisor: ApexDecimal): ApexDecimal;
/** Exact for whole exponents. */
export declare function power(base: ApexDecimal, exponent: ApexDecimal): ApexDecimal;
export declare const MATH: Readonly<Record<string, FormulaFunction>>;
