/** Assignment in all its forms: the target is evaluated once, before the value. */
import type * as es from "estree";
import type { BoundExpression } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
type Node<K extends BoundExpression["kind"]> = Extract<BoundExpression, {
    readonly kind: K;
}>;
export declare function assign(node: Node<"assign">, context: EmitContext): es.Expression;
export declare function compoundAssign(node: Node<"compoundAssign">, context: EmitContext): es.Expression;
export declare function increment(node: Node<"increment">, context: EmitContext): es.Expression;
/** As a statement of its own the old value is not needed. */
export declare function effect(node: BoundExpression, context: EmitContext): es.Expression;
export {};
