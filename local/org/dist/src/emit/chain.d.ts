/**
 * `a?.b.c`: where a is null the whole chain is null and nothing right of it is evaluated. Targets of a chain are emitted here;
 * their guards travel up to the chain's last link.
 */
import type * as es from "estree";
import type { BoundExpression } from "../bind/bound.ts";
import type { EmitContext } from "./context.ts";
/** `(t = target) === null`, in order of evaluation. */
export type Guards = es.Expression[];
export type ChainNode = Extract<BoundExpression, {
    readonly kind: "field" | "recordField" | "recordParent" | "recordChildren" | "index" | "platformField" | "call" | "platformCall";
}>;
export type LinkVisitor = (node: ChainNode, context: EmitContext, guards: Guards) => es.Expression;
export declare function isChainNode(node: BoundExpression): node is ChainNode;
/** The whole chain, guarded. */
export declare function chain(node: ChainNode, context: EmitContext, visit: LinkVisitor): es.Expression;
/** A link's target, possibly null: what dereferences it raises the error. */
export declare function target(node: BoundExpression, isSafe: boolean, context: EmitContext, guards: Guards, visit: LinkVisitor): es.Expression;
/** A value that must not be null: raises NullPointerException where it is, in the words for a receiver or for an argument. */
export declare function required(node: BoundExpression, value: es.Expression, context: EmitContext, refusal?: "nullPointer" | "nullArgument"): es.Expression;
export declare function requiredExpression(node: BoundExpression, context: EmitContext): es.Expression;
