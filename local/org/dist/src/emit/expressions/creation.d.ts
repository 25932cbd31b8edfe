/** `new`: objects, records and collections. */
import type * as es from "estree";
import type { BoundExpression } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
type Node<K extends BoundExpression["kind"]> = Extract<BoundExpression, {
    readonly kind: K;
}>;
export declare function newObject(node: Node<"new">, context: EmitContext): es.Expression;
export declare function newPlatform(node: Node<"newPlatform">, context: EmitContext): es.Expression;
/** `new Account(Name = 'x')` fills the record in the order written. */
export declare function newRecord(node: Node<"newRecord">, context: EmitContext): es.Expression;
export declare function newListOrSet(node: Node<"newList" | "newSet">, context: EmitContext): es.Expression;
export declare function newMap(node: Node<"newMap">, context: EmitContext): es.Expression;
export declare function copyCollection(node: Node<"copyCollection">, context: EmitContext): es.Expression;
export declare function sizedList(node: Node<"sizedList">, context: EmitContext): es.Expression;
export {};
