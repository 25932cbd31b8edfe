/** Properties whose reading or writing runs code: JavaScript accessors over a slot; static ones are plain methods. */
import type * as es from "estree";
import type { BoundClass } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
export declare function accessors(node: BoundClass, context: EmitContext): es.MethodDefinition[];
