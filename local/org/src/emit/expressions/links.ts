/** Links of a chain: fields, record fields, elements and calls on a target. */
import type * as es from "estree";
import type { BoundExpression } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
import { type ChainNode, type Guards, required, target } from "../chain.ts";
import * as js from "../js.ts";
import { methodKey, slotKey } from "../keys.ts";
import { isNeverNull } from "../nullness.ts";
import { asLocator, locatesQuery, takesQueryText, withVariables } from "./query-text.ts";

/**
 * Methods that refuse a null receiver as they would a null argument: what Apex REST code finds where a request has no body, as the
 * tests of public suites assert.
 */
const TAKING_RECEIVER_AS_ARGUMENT = new Set(["Blob.toString()"]);

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
      return readRecord(node, "childrenOf", node.relationship, context, guards);
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

/**
 * A field read off a parent that is not there is null, not an error: `contact.Account.Name`. So it is off a member of an object that is
 * named with its object, `this.contact.Name`, except for the Id; the member's bare name raises.
 */
function readRecord(
  node: Extract<ChainNode, { readonly kind: "recordField" | "recordParent" | "recordChildren" }>,
  method: "get" | "parent" | "childrenOf",
  name: string,
  context: EmitContext,
  guards: Guards,
): es.Expression {
  const isLenient =
    node.target.kind === "recordParent" ||
    (node.target.kind === "field" && !isBareName(node.target) && name !== "Id");
  const record = target(node.target, node.isSafe || isLenient, context, guards, link);
  return js.call(js.member(record, method, context.place), [js.literal(name)]);
}

function isBareName({ target }: Extract<BoundExpression, { readonly kind: "field" }>): boolean {
  return target.kind === "this" && target.isImplied === true;
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
  if (node.isSafe || !raisesAfterArguments(node.target, node.arguments, context))
    return js.call(js.member(receiver, key, context.place), values());
  const kept = js.name(context.temporary());
  const given = values().map((value) => ({ name: js.name(context.temporary()), value }));
  return js.sequence([
    js.assign(kept, receiver),
    ...given.map(({ name, value }) => js.assign(name, value)),
    js.call(
      js.member(kept, key, context.place),
      given.map(({ name }) => name),
    ),
  ]);
}

/** What a null receiver raises comes after the arguments are evaluated: told apart only where they do something. */
function raisesAfterArguments(
  receiver: BoundExpression,
  values: readonly BoundExpression[],
  context: EmitContext,
): boolean {
  return !isNeverNull(receiver, context.scope.nonNull) && !values.every(isInert);
}

/** Evaluating it changes nothing and raises nothing. */
function isInert(node: BoundExpression): boolean {
  return INERT.has(node.kind);
}

const INERT: ReadonlySet<BoundExpression["kind"]> = new Set([
  "literal",
  "local",
  "this",
  "enumConstant",
  "platformEnumConstant",
  "classLiteral",
  "objectToken",
  "fieldToken",
  "label",
]);

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
    if (takesQueryText(node)) return withVariables(called, context);
    return locatesQuery(node) ? asLocator(called, context) : called;
  }
  if (node.isSuper)
    return js.call(context.bound("superMethod", node.owner, node.signature), [
      js.THIS,
      ...node.arguments.map((argument) => context.expression(argument)),
    ]);
  const receiver = target(node.target, node.isSafe, context, guards, link);
  const refusal = TAKING_RECEIVER_AS_ARGUMENT.has(`${node.owner}.${node.signature}`)
    ? "nullArgument"
    : "nullPointer";
  const method = context.bound("method", node.owner, node.signature);
  const values = node.arguments.map((argument) => context.expression(argument));
  const last = values.at(-1);
  if (
    node.isSafe ||
    last === undefined ||
    !raisesAfterArguments(node.target, node.arguments, context)
  )
    return js.call(method, [
      node.isSafe ? receiver : required(node.target, receiver, context, refusal),
      ...values,
    ]);
  const kept = js.name(context.temporary());
  const lastValue = js.name(context.temporary());
  return js.call(method, [
    js.assign(kept, receiver),
    ...values.slice(0, -1),
    js.sequence([
      js.assign(lastValue, last),
      required(node.target, kept, context, refusal),
      lastValue,
    ]),
  ]);
}
