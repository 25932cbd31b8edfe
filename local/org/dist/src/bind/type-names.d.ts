/** What a written type means, from where it is written. */
import type { TypeName } from "../syntax/ast.ts";
import type { ClassSymbol } from "../types/symbols.ts";
import type { Type } from "../types/type.ts";
import type { Compilation } from "./compilation.ts";
/**
 * @param from the class in which the name is written, null outside of any
 * @throws to the report: "Invalid type: Foo"
 */
export declare function resolveTypeName(typeName: TypeName, from: ClassSymbol | null, compilation: Compilation): Type;
/**
 * A dotted name without type arguments, null when it names no type. Project classes shadow platform types, inner classes shadow
 * top-level ones.
 */
export declare function typeNamed(path: readonly string[], from: ClassSymbol | null, compilation: Compilation): Type | null;
export declare function innerClass(outer: ClassSymbol, name: string): ClassSymbol | null;
