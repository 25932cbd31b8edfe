/** try: JavaScript's errors on null become NullPointerException first; limits and failed assertions pass through. */
import type * as es from "estree";
import type { BoundStatement } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
type Node<K extends BoundStatement["kind"]> = Extract<BoundStatement, {
    readonly kind: K;
}>;
export declare function tryCatch(node: Node<"try">, context: EmitContext): readonly es.Statement[];
export {};
