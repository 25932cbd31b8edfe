import type { FileCoverage } from "../runtime/engine.ts";
import type { CompiledClass, CompiledTrigger } from "../compile/output-cache.ts";
import type { ClassCoverage } from "./outcome.ts";
/** Every class and trigger that is no test, loaded or not: what no test reached counts as not covered. */
export declare function coverageOf(project: {
    readonly classes: readonly CompiledClass[];
    readonly triggers: readonly CompiledTrigger[];
}, loaded: readonly FileCoverage[]): readonly ClassCoverage[];
/** Whole percent, rounded down: 100 means every line. */
export declare function percentCovered(coverage: readonly {
    readonly lines: number;
    readonly covered: number;
}[]): number;
