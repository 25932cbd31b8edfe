/** Second phase: superclasses, interfaces and the types of members. */
import type { ClassDeclaration, InterfaceDeclaration } from "../../syntax/ast.ts";
import type { ClassSymbol } from "../../types/symbols.ts";
import type { Compilation } from "../compilation.ts";
import { type Report } from "../report.ts";
/** Sets `superclass` and `interfaces`. Run for every class before any member is resolved. */
export declare function resolveAncestors(symbol: ClassSymbol, declaration: ClassDeclaration | InterfaceDeclaration, compilation: Compilation, report: Report): void;
/** Cuts circles, so that whoever walks up the ancestors arrives somewhere. */
export declare function breakCircles(symbols: readonly ClassSymbol[], reportOf: (symbol: ClassSymbol) => Report): void;
export declare function markExceptions(symbols: readonly ClassSymbol[], compilation: Compilation, reportOf: (symbol: ClassSymbol) => Report): void;
