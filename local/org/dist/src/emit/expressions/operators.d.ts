/** Arithmetic, comparison, equality and logic. null in arithmetic or a condition raises NullPointerException. */
import type * as es from "estree";
import type { BoundExpression } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
type Node<K extends BoundExpression["kind"]> = Extract<BoundExpression, {
    readonly kind: K;
}>;
export declare function arithmetic(node: Node<"arithmetic">, context: EmitContext): es.Expression;
export declare function dateArithmetic(node: Node<"dateArithmetic">, context: EmitContext): es.Expression;
export declare function negate(node: Node<"negate">, context: EmitContext): es.Expression;
export declare function complement(node: Node<"complement">, context: EmitContext): es.Expression;
/** The parts of `a + b + c` are joined first, and count against the heap once. */
export declare function concat(node: Node<"concat">, context: EmitContext): es.Expression;
export declare function booleanOperation(node: Node<"booleanOperation">, context: EmitContext): es.Expression;
export declare function logical(node: Node<"logical">, context: EmitContext): es.Expression;
export declare function not(node: Node<"not">, context: EmitContext): es.Expression;
/** A comparison with null is false, except that any text is greater than null. */
export declare function comparison(node: Node<"comparison">, context: EmitContext): es.Expression;
export declare function equality(node: Node<"equality">, context: EmitContext): es.Expression;
export declare function identity(node: Node<"identity">, context: EmitContext): es.Expression;
export declare function conditional(node: Node<"conditional">, context: EmitContext): es.Expression;
export declare function coalesce(node: Node<"coalesce">, context: EmitContext): es.Expression;
export declare function instanceOf(node: Node<"instanceOf">, context: EmitContext): es.Expression;
export {};
