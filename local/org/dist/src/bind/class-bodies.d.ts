import type { ClassSymbol } from "../types/symbols.ts";
import type { BoundClass } from "./bound.ts";
import type { Compilation } from "./compilation.ts";
import type { Report } from "./report.ts";
export interface Unit {
    readonly compilation: Compilation;
    readonly report: Report;
    readonly dependencies: Set<string>;
}
/** Everything but the bodies of inner classes. Enums and interfaces have no bodies. */
export declare function bindClass(symbol: ClassSymbol, unit: Unit): BoundClass;
