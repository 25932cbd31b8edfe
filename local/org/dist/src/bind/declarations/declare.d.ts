/** First phase: every class gets its symbol, so that headers may name each other in any order. */
import type { TypeDeclaration } from "../../syntax/ast.ts";
import type { ClassSymbol } from "../../types/symbols.ts";
import type { Report } from "../report.ts";
export interface Declared {
    readonly symbol: ClassSymbol;
    readonly declaration: TypeDeclaration;
}
/** The type and its inner types, outermost first. */
export declare function declareType(declaration: TypeDeclaration, outer: ClassSymbol | null, apiVersion: number, report: Report): readonly Declared[];
