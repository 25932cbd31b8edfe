/** What reaches into the org: queries, describes, settings, labels, trigger variables. */
import type * as es from "estree";
import type { BoundExpression } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
type Node<K extends BoundExpression["kind"]> = Extract<BoundExpression, {
    readonly kind: K;
}>;
/**
 * What a class declares, or a class it extends; an inner class has nothing of the one around it. Outside classes stand triggers, which
 * run without sharing, and anonymous blocks, which run with it: the caller is asked to tell which.
 * Source: Apex Developer Guide, "Using the with sharing, without sharing, and inherited sharing Keywords".
 */
export declare function sharingOf(context: EmitContext): "with" | "without" | "caller";
/** `$.query(0, "with")` makes a function of the binds. */
export declare function soql(node: Node<"soql">, context: EmitContext): es.Expression;
export declare function preparedQuery(node: Node<"soql">, shape: "list" | "count", context: EmitContext): es.Expression;
export declare function sosl(node: Node<"sosl">, context: EmitContext): es.Expression;
export declare function objectToken(node: Node<"objectToken">, context: EmitContext): es.Expression;
export declare function fieldToken(node: Node<"fieldToken">, context: EmitContext): es.Expression;
export declare function objectDescribe(node: Node<"objectDescribe">, context: EmitContext): es.Expression;
export declare function fieldDescribe(node: Node<"fieldDescribe">, context: EmitContext): es.Expression;
export declare function fieldSet(node: Node<"fieldSet">, context: EmitContext): es.Expression;
export declare function settingsCall(node: Node<"settingsCall">, context: EmitContext): es.Expression;
export declare function label(node: Node<"label">, context: EmitContext): es.Expression;
export declare function page(node: Node<"page">, context: EmitContext): es.Expression;
export declare function triggerVariable(node: Node<"triggerVariable">, context: EmitContext): es.Expression;
export declare function fieldAddError(node: Node<"fieldAddError">, context: EmitContext): es.Expression;
export {};
