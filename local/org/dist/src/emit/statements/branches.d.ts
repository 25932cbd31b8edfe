/** if and switch. */
import type * as es from "estree";
import type { BoundStatement } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
type Node<K extends BoundStatement["kind"]> = Extract<BoundStatement, {
    readonly kind: K;
}>;
export declare function ifElse(node: Node<"if">, context: EmitContext): readonly es.Statement[];
/** Not a JavaScript switch: `break` inside belongs to the loop around it. */
export declare function switchValues(node: Node<"switchValues">, context: EmitContext): readonly es.Statement[];
export declare function switchTypes(node: Node<"switchTypes">, context: EmitContext): readonly es.Statement[];
export {};
