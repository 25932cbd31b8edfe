import type { BoundUnit } from "../bind/bound.ts";
import type { EmittedUnit } from "../runtime/unit.ts";
export declare function emitUnit(unit: BoundUnit): EmittedUnit;
