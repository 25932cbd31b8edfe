import type { EmittedUnit } from "./unit.ts";
import type { Schema } from "../schema/schema.ts";
import { ApexObject } from "./object.ts";
import type { EmittedConstructor, ProjectClass, ProjectClasses } from "./project-classes.ts";
import { type UnitLoader } from "./unit-runtime.ts";
/** Compiles on demand. Throws {@link CompilationError} for a unit with errors; undefined where there is no such unit. */
export interface UnitSource {
    /** By the name of a top-level class, case-insensitive. */
    classUnit(name: string): EmittedUnit | undefined;
    triggerUnit(name: string): EmittedUnit | undefined;
}
/** Which executable lines of a file have run. */
export interface FileCoverage {
    readonly name: string;
    readonly file: string;
    readonly executableLines: readonly number[];
    readonly coveredLines: readonly number[];
}
export declare class Engine implements ProjectClasses, UnitLoader {
    #private;
    readonly schema: Schema;
    constructor(source: UnitSource, schema: Schema);
    callStatic(className: string, key: string, values: readonly unknown[]): unknown;
    create(name: string): ApexObject;
    /** Runs a trigger's body; its context is on the transaction's trigger stack. */
    runTrigger(name: string): void;
    runAnonymous(emitted: EmittedUnit): void;
    find(name: string): ProjectClass | undefined;
    reference(qualifiedName: string): object;
    coverage(): readonly FileCoverage[];
    define(unit: EmittedUnit, index: number, make: (base: EmittedConstructor) => object): void;
}
