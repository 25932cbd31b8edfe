/** What a function of the formula language is: what it takes, what it gives, and how. */
import type { FormulaNode } from "../syntax.ts";
import type { FormulaKind, FormulaValue } from "../value.ts";
/** When and where a formula is evaluated. */
export interface FormulaMoment {
    /** Epoch ms. */
    readonly now: number;
    /** Of the user: `Europe/Berlin`. */
    readonly timeZone: string;
}
export interface Calling extends FormulaMoment {
    /** The name of a field that stands as an argument: `Status__c`. */
    fieldName(argument: FormulaNode | undefined): string;
    /** The value of an identifier. */
    valueOf(identifier: string): FormulaValue;
    evaluate(argument: FormulaNode | undefined): FormulaValue;
}
/** One parameter: the kinds it takes. */
export type Parameter = readonly FormulaKind[];
export interface FormulaFunction {
    readonly parameters: readonly Parameter[];
    /** How many of the parameters may be left out, from the end. */
    readonly optional: number;
    /** The last parameters repeat, in groups of so many. */
    readonly repeated: number;
    /** The kind of the result, given those of the arguments. */
    readonly returns: (kinds: readonly FormulaKind[]) => FormulaKind;
    readonly run: (arguments_: readonly FormulaNode[], calling: Calling) => FormulaValue;
}
export declare const NUMBER: Parameter;
export declare const TEXT: Parameter;
export declare const BOOLEAN: Parameter;
export declare const ANY: Parameter;
interface Shape {
    readonly optional?: number;
    readonly repeated?: number;
}
/** A function of its arguments' values. */
export declare function eager(returns: FormulaKind | FormulaFunction["returns"], parameters: readonly Parameter[], answer: (values: readonly FormulaValue[], moment: FormulaMoment) => FormulaValue, { optional, repeated }?: Shape): FormulaFunction;
/** A function that decides which of its arguments are evaluated. */
export declare function lazy(returns: FormulaKind | FormulaFunction["returns"], parameters: readonly Parameter[], run: FormulaFunction["run"], { optional, repeated }?: Shape): FormulaFunction;
export {};
