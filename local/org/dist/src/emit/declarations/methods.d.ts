/** Methods, and the further names under which the platform calls them. */
import type * as es from "estree";
import type { BoundClass } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
export declare function methods(node: BoundClass, context: EmitContext): es.MethodDefinition[];
