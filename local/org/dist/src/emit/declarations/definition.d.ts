/** What the runtime is told of a class beside its code. */
import type { BoundClass } from "../../bind/bound.ts";
import type { EmittedClass } from "../../runtime/unit.ts";
export declare function emittedClass(node: BoundClass): EmittedClass;
