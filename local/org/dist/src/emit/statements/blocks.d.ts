/** Blocks, locals, expression statements, returns. */
import type * as es from "estree";
import type { BoundBlock, BoundStatement } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
import type { LocalSymbol } from "../../types/symbols.ts";
type Node<K extends BoundStatement["kind"]> = Extract<BoundStatement, {
    readonly kind: K;
}>;
/** The statements of a body, each preceded by its coverage mark where its line differs from the one before. */
export declare function statements(nodes: readonly BoundStatement[], context: EmitContext): es.Statement[];
/** A body as a block, whatever statement it is. */
export declare function body(node: BoundStatement | null, context: EmitContext): es.BlockStatement;
export declare function blockStatement(node: BoundBlock, context: EmitContext): readonly es.Statement[];
export declare function local(node: Node<"local">, context: EmitContext): readonly es.Statement[];
/** The body of something that declares a variable in front of it: a loop, a catch clause, a branch of a switch. */
export declare function bodyWith(variable: LocalSymbol, node: BoundStatement | null, context: EmitContext): es.BlockStatement;
export declare function expression(node: Node<"expression">, context: EmitContext): readonly es.Statement[];
export declare function giveBack(node: Node<"return">, context: EmitContext): readonly es.Statement[];
export declare function throwIt(node: Node<"throw">, context: EmitContext): readonly es.Statement[];
export {};
