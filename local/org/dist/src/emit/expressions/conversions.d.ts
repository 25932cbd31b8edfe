/** Changes of representation and checked casts. null passes through all of them. */
import type * as es from "estree";
import type { BoundExpression } from "../../bind/bound.ts";
import type { Conversion } from "../../types/conversion.ts";
import type { EmitContext } from "../context.ts";
type Node<K extends BoundExpression["kind"]> = Extract<BoundExpression, {
    readonly kind: K;
}>;
export declare function converted(conversion: Conversion, value: es.Expression, context: EmitContext): es.Expression;
export declare function convert(node: Node<"convert">, context: EmitContext): es.Expression;
export {};
