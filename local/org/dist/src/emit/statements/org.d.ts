/** DML statements and System.runAs. */
import type * as es from "estree";
import type { BoundStatement } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
type Node<K extends BoundStatement["kind"]> = Extract<BoundStatement, {
    readonly kind: K;
}>;
export declare function dml(node: Node<"dml">, context: EmitContext): readonly es.Statement[];
export declare function runAs(node: Node<"runAs">, context: EmitContext): readonly es.Statement[];
export {};
