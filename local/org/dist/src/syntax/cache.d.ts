import type { CompilationUnit } from "./ast.ts";
import type { Parsed } from "./parse.ts";
type Parse<Unit extends CompilationUnit> = (file: string, text: string) => Parsed<Unit>;
/**
 * The parse function, answered from the folder when the same text was parsed before. Several processes may share the folder. An entry
 * that cannot be read counts as missing; one that cannot be written throws, since the folder is the caller's to provide.
 */
export declare function cachedParse<Unit extends CompilationUnit>(folder: string, kind: Unit["kind"], parse: Parse<Unit>): Parse<Unit>;
export {};
