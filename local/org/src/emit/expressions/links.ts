/** Links of a chain: fields, record fields, elements and calls on a target. */
import type * as es from "estree";
import type { EmitContext } from "../context.ts";
import { type ChainNode, type Guards, required, target } from "../chain.ts";
import * as js from "../js.ts";
import { methodKey, slotKey } from "../keys.ts";
import { takesQueryText, withVariables } from "./query-text.ts";

export function link(node: ChainNode, context: EmitContext, guards: Guards): es.Expression {
  switch (node.kind) {
    case "field": {
      const key = node.slot ? slotKey(node.field) : node.field.key;
      if (node.isSuper) return js.member({ type: "Super" }, key, context.place);
      return js.member(target(node.target, node.isSafe, context, guards, link), key, context.place);
    }
    case "recordField":
      return readRecord(node, "get", node.field, context, guards);
    case "recordParent":
      return readRecord(node, "parent", node.relationship, context, guards);
    case "recordChildren":
      return readRecord(node, "childList", node.relationship, context, guards);
    case "index":
      return js.call(
        js.member(target(node.target, false, context, guards, link), "get", context.place),
        [context.expression(node.index)],
      );
    case "platformField":
      return platformField(node, context, guards);
    case "call":
      return call(node, context, guards);
    case "platformCall":
      return platformCall(node, context, guards);
  }
}

/** A field read off a parent that is not there is null, not an error: `contact.Account.Name`. */
function readRecord(
  node: Extract<ChainNode, { readonly kind: "recordField" | "recordParent" | "recordChildren" }>,
  method: "get" | "parent" | "childList",
  name: string,
  context: EmitContext,
  guards: Guards,
): es.Expression {
  const isLenient = node.target.kind === "recordParent";
  const record = target(node.target, node.isSafe || isLenient, context, guards, link);
  return js.call(js.member(record, method, context.place), [js.literal(name)]);
}

function platformField(
  node: Extract<ChainNode, { readonly kind: "platformField" }>,
  context: EmitContext,
  guards: Guards,
): es.Expression {
  if (node.target === null)
    return js.call(context.bound("staticGetter", node.owner, node.name), []);
  const receiver = target(node.target, node.isSafe, context, guards, link);
  return js.call(context.bound("getter", node.owner, node.name), [
    node.isSafe ? receiver : required(node.target, receiver, context),
  ]);
}

function call(
  node: Extract<ChainNode, { readonly kind: "call" }>,
  context: EmitContext,
  guards: Guards,
): es.Expression {
  const key = methodKey(node.method);
  const values = (): es.Expression[] =>
    node.arguments.map((argument) => context.expression(argument));
  if (node.dispatch === "super")
    return js.call(js.member({ type: "Super" }, key, context.place), values());
  if (node.target === null) {
    const owner = context.classReference(node.method.owner.qualifiedName);
    return js.call(js.member(owner, key, context.place), values());
  }
  const receiver = target(node.target, node.isSafe, context, guards, link);
  return js.call(js.member(receiver, key, context.place), values());
}

function platformCall(
  node: Extract<ChainNode, { readonly kind: "platformCall" }>,
  context: EmitContext,
  guards: Guards,
): es.Expression {
  if (node.target === null) {
    const called = js.call(
      context.bound("staticMethod", node.owner, node.signature),
      node.arguments.map((argument) => context.expression(argument)),
    );
    return takesQueryText(node) ? withVariables(called, context) : called;
  }
  if (node.isSuper)
    return js.call(context.bound("superMethod", node.owner, node.signature), [
      js.THIS,
      ...node.arguments.map((argument) => context.expression(argument)),
    ]);
  const receiver = target(node.target, node.isSafe, context, guards, link);
  return js.call(context.bound("method", node.owner, node.signature), [
    node.isSafe ? receiver : required(node.target, receiver, context),
    ...node.arguments.map((argument) => context.expression(argument)),
  ]);
}
