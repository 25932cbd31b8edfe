/** A bound program's units, emitted when first asked for. */
import type { Bound, Program } from "../bind/program.ts";
import type { BoundUnit } from "../bind/bound.ts";
import { type Diagnostic } from "../syntax/diagnostic.ts";
import type { UnitSource } from "../runtime/engine.ts";
import type { EmittedUnit } from "../runtime/unit.ts";
/** A unit that does not compile was asked for. */
export declare class CompilationError extends Error {
    readonly diagnostics: readonly Diagnostic[];
    constructor(diagnostics: readonly Diagnostic[]);
}
export declare function emitBound(bound: Bound<BoundUnit>): EmittedUnit;
export declare function programUnits(program: Program): UnitSource;
