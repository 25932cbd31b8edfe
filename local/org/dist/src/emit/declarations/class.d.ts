/** A class: `$.define(0, ($Base) => class extends $Base { … })`. */
import type * as es from "estree";
import type { BoundClass } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
export declare function emitClass(node: BoundClass, index: number, context: EmitContext): es.Statement;
