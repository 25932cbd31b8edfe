/** Literals and names: locals, statics, enum constants, type literals. */
import type * as es from "estree";
import type { BoundExpression } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
type Node<K extends BoundExpression["kind"]> = Extract<BoundExpression, {
    readonly kind: K;
}>;
export declare function literal(node: Node<"literal">, context: EmitContext): es.Expression;
export declare function local(node: Node<"local">, context: EmitContext): es.Expression;
export declare function gap(node: Node<"gap">, context: EmitContext): es.Expression;
export declare function self(): es.Expression;
export declare function staticField(node: Node<"staticField">, context: EmitContext): es.Expression;
/** The transaction's record of the class's statics; the first touch runs the static initialisers. */
export declare function staticsOf(node: Node<"staticField">, context: EmitContext): es.Expression;
export declare function slotKeyOf(node: Node<"staticField">): string;
export declare function enumConstant(node: Node<"enumConstant">, context: EmitContext): es.Expression;
export declare function platformEnumConstant(node: Node<"platformEnumConstant">, context: EmitContext): es.Expression;
export declare function enumCall(node: Node<"enumCall">, context: EmitContext): es.Expression;
export declare function classLiteral(node: Node<"classLiteral">, context: EmitContext): es.Expression;
export declare function targetValue(_node: Node<"targetValue">, context: EmitContext): es.Expression;
export {};
