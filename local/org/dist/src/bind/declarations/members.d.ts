/** Symbols of fields, properties, methods and constructors. */
import type { ClassDeclaration, InterfaceDeclaration } from "../../syntax/ast.ts";
import type { ClassSymbol } from "../../types/symbols.ts";
import type { Type } from "../../types/type.ts";
import type { Compilation } from "../compilation.ts";
import type { Report } from "../report.ts";
/**
 * Superclasses first: a field's key depends on its ancestors' fields.
 * @param isLoose members of a trigger or an anonymous block, which are static though they do not say so
 */
export declare function resolveMembers(symbol: ClassSymbol, declaration: ClassDeclaration | InterfaceDeclaration, compilation: Compilation, report: Report, isLoose?: boolean): void;
/** `dothing(Integer,List<Account>)` */
export declare function methodKey(name: string, parameters: readonly Type[]): string;
