/** Literals and names: locals, statics, enum constants, type literals. */
import type * as es from "estree";
import type { BoundExpression } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
import * as js from "../js.ts";
import { hasAccessors, slotKey, staticGetterKey } from "../keys.ts";

type Node<K extends BoundExpression["kind"]> = Extract<BoundExpression, { readonly kind: K }>;

export function literal(node: Node<"literal">, context: EmitContext): es.Expression {
  const value = node.value;
  switch (value.kind) {
    case "null":
      return js.NULL;
    case "boolean":
    case "integer":
    case "string":
      return js.literal(value.value, context.place);
    case "long":
      return js.bigintLiteral(value.text, context.place);
    case "decimal":
      return context.bound("decimal", value.text);
    case "double":
      return context.bound("double", value.value);
  }
}

export function local(node: Node<"local">, context: EmitContext): es.Expression {
  return context.local(node.local);
}

export function gap(node: Node<"gap">, context: EmitContext): es.Expression {
  return js.call(context.bound("gap", node.message), []);
}

export function self(): es.Expression {
  return js.THIS;
}

export function staticField(node: Node<"staticField">, context: EmitContext): es.Expression {
  const owner = context.classReference(node.field.owner.qualifiedName);
  if (!node.slot && node.field.property?.getter === "custom")
    return js.call(js.member(owner, staticGetterKey(node.field), context.place), []);
  return js.member(staticsOf(node, context), slotKeyOf(node), context.place);
}

/** The transaction's record of the class's statics; the first touch runs the static initialisers. */
export function staticsOf(node: Node<"staticField">, context: EmitContext): es.Expression {
  const owner = context.classReference(node.field.owner.qualifiedName);
  return js.call(js.member(owner, "$s", context.place), []);
}

export function slotKeyOf(node: Node<"staticField">): string {
  return hasAccessors(node.field) ? slotKey(node.field) : node.field.key;
}

export function enumConstant(node: Node<"enumConstant">, context: EmitContext): es.Expression {
  return js.member(context.classReference(node.symbol.qualifiedName), node.name, context.place);
}

export function platformEnumConstant(
  node: Node<"platformEnumConstant">,
  context: EmitContext,
): es.Expression {
  return context.bound("platformEnumConstant", node.owner, node.name);
}

export function enumCall(node: Node<"enumCall">, context: EmitContext): es.Expression {
  const values = node.arguments.map((argument) => context.expression(argument));
  return node.name === "values"
    ? context.operate("enumValues", context.type(node.enumType))
    : context.operate("enumValueOf", context.type(node.enumType), ...values);
}

export function classLiteral(node: Node<"classLiteral">, context: EmitContext): es.Expression {
  return context.operate("classLiteral", context.type(node.of));
}

export function targetValue(_node: Node<"targetValue">, context: EmitContext): es.Expression {
  return context.targetValue;
}
