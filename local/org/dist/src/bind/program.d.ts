/**
 * The static half of the compiler. Symbols and headers of all classes are settled at once; bodies are bound unit by unit when somebody
 * reaches them, so that a class that does not compile fails only those who use it.
 */
import type { PlatformCatalog } from "../signatures/catalog-types.ts";
import type { Schema } from "../schema/schema.ts";
import type { AnonymousUnit, ClassUnit, TriggerUnit } from "../syntax/ast.ts";
import type { Diagnostic } from "../syntax/diagnostic.ts";
import type { ClassSymbol } from "../types/symbols.ts";
import type { BoundAnonymous, BoundClassUnit, BoundTrigger } from "./bound.ts";
import type { Compilation, HasBehaviour } from "./compilation.ts";
import { Report } from "./report.ts";
export interface SourceUnit<Unit> {
    readonly file: string;
    readonly apiVersion: number;
    readonly unit: Unit;
}
export interface ProgramSources {
    readonly classes: readonly SourceUnit<ClassUnit>[];
    readonly triggers: readonly SourceUnit<TriggerUnit>[];
    readonly schema: Schema;
    readonly catalog: PlatformCatalog;
    /** Without it every member of the catalog counts as runnable. */
    readonly hasBehaviour?: HasBehaviour;
}
export interface Bound<Unit> {
    readonly unit: Unit;
    /** No errors: all that `diagnostics` may have is gaps, which fail when they are reached. */
    readonly isRunnable: boolean;
    readonly diagnostics: readonly Diagnostic[];
}
export interface Program {
    /** Top-level classes, in the order given. */
    readonly classes: readonly ClassSymbol[];
    readonly triggers: readonly SourceUnit<TriggerUnit>[];
    /** By qualified name (`Foo`, `Outer.Inner`), ignoring case. */
    findClass(qualifiedName: string): ClassSymbol | undefined;
    /** A top-level class by name, ignoring case; undefined when there is none. Bound once. */
    bindUnit(name: string): Bound<BoundClassUnit> | undefined;
    /** A trigger by name, ignoring case. Bound once. */
    bindTrigger(name: string): Bound<BoundTrigger> | undefined;
    /** An anonymous block against this program; `file` names it in diagnostics. */
    bindAnonymous(unit: AnonymousUnit, file: string): Bound<BoundAnonymous>;
}
export declare function bindProgram(sources: ProgramSources): Program;
/** Ancestors of all, then members of all, superclasses before those who extend them. */
export declare function settleHeaders(symbols: readonly ClassSymbol[], compilation: Compilation, reports: ReadonlyMap<ClassSymbol, Report>, isLoose?: (symbol: ClassSymbol) => boolean): void;
