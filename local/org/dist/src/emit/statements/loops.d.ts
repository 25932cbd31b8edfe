/** Loops. Each turn ticks, so that an endless loop meets the CPU limit. */
import type * as es from "estree";
import type { BoundStatement } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
type Node<K extends BoundStatement["kind"]> = Extract<BoundStatement, {
    readonly kind: K;
}>;
export declare function whileLoop(node: Node<"while">, context: EmitContext): readonly es.Statement[];
export declare function doWhileLoop(node: Node<"doWhile">, context: EmitContext): readonly es.Statement[];
export declare function forLoop(node: Node<"for">, context: EmitContext): readonly es.Statement[];
/** Lists are walked by index, sets over a copy of their elements; both refuse changes meanwhile. */
export declare function forEachLoop(node: Node<"forEach">, context: EmitContext): readonly es.Statement[];
/** The query runs once; a `batch` loop hands out lists of 200. */
export declare function forQueryLoop(node: Node<"forQuery">, context: EmitContext): readonly es.Statement[];
export declare function breakOut(): readonly es.Statement[];
export declare function continueOn(): readonly es.Statement[];
export {};
