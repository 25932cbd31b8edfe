/** What reaches into the org: queries, describes, settings, labels, trigger variables. */
import type * as es from "estree";
import type { BoundExpression } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
import * as js from "../js.ts";
import { requiredExpression } from "../chain.ts";

type Node<K extends BoundExpression["kind"]> = Extract<BoundExpression, { readonly kind: K }>;

function all(nodes: readonly BoundExpression[], context: EmitContext): es.Expression[] {
  return nodes.map((node) => context.expression(node));
}

/**
 * What a class declares, or a class it extends; an inner class has nothing of the one around it. Outside classes stand triggers, which
 * run without sharing, and anonymous blocks, which run with it: the caller is asked to tell which.
 * Source: Apex Developer Guide, "Using the with sharing, without sharing, and inherited sharing Keywords".
 */
export function sharingOf(context: EmitContext): "with" | "without" | "caller" {
  let owner = context.scope.owner;
  while (owner !== null) {
    if (owner.sharing === "with" || owner.sharing === "without") return owner.sharing;
    if (owner.sharing === "inherited" || owner.superclass?.kind !== "class") return "caller";
    owner = owner.superclass.symbol;
  }
  return "caller";
}

/** `$.query(0, "with")` makes a function of the binds. */
export function soql(node: Node<"soql">, context: EmitContext): es.Expression {
  return js.call(preparedQuery(node, node.shape, context), [js.array(all(node.binds, context))]);
}

export function preparedQuery(
  node: Node<"soql">,
  shape: "list" | "count",
  context: EmitContext,
): es.Expression {
  const index = context.queries.push(node.query) - 1;
  return context.bound(shape === "list" ? "query" : "countQuery", index, sharingOf(context));
}

export function sosl(node: Node<"sosl">, context: EmitContext): es.Expression {
  const index = context.searches.push(node.query) - 1;
  return js.call(context.bound("search", index, sharingOf(context)), [
    js.array(all(node.binds, context)),
  ]);
}

export function objectToken(node: Node<"objectToken">, context: EmitContext): es.Expression {
  return context.bound("objectToken", node.object);
}
export function fieldToken(node: Node<"fieldToken">, context: EmitContext): es.Expression {
  return context.bound("fieldToken", node.object, node.field);
}
export function objectDescribe(node: Node<"objectDescribe">, context: EmitContext): es.Expression {
  return context.bound("objectDescribe", node.object);
}
export function fieldDescribe(node: Node<"fieldDescribe">, context: EmitContext): es.Expression {
  return context.bound("fieldDescribe", node.object, node.field);
}
export function fieldSet(node: Node<"fieldSet">, context: EmitContext): es.Expression {
  return context.bound("fieldSet", node.object, node.name);
}

/** In code of API versions before, a hierarchy without data gives nothing. Source: Apex Reference, "Custom Settings Methods", getOrgDefaults. */
const GIVES_EMPTY_SETTINGS = 22;

export function settingsCall(node: Node<"settingsCall">, context: EmitContext): es.Expression {
  return context.operate(
    (context.scope.owner?.apiVersion ?? GIVES_EMPTY_SETTINGS) < GIVES_EMPTY_SETTINGS
      ? "settingsWithData"
      : "settings",
    js.literal(node.object),
    js.literal(node.name),
    ...all(node.arguments, context),
  );
}

export function label(node: Node<"label">, context: EmitContext): es.Expression {
  return context.operate("label", js.literal(node.name, context.place));
}

/** Its address is in lower case: SummitEventsRegisterGuests_TEST of SFDO-Community/Summit-Events-App. */
export function page(node: Node<"page">, context: EmitContext): es.Expression {
  return js.call(context.bound("constructor_", "System.PageReference", "new(String)"), [
    js.literal(`/apex/${node.name.toLowerCase()}`, context.place),
  ]);
}

export function triggerVariable(
  node: Node<"triggerVariable">,
  context: EmitContext,
): es.Expression {
  return context.operate("triggerVariable", js.literal(node.name, context.place));
}

export function fieldAddError(node: Node<"fieldAddError">, context: EmitContext): es.Expression {
  return context.operate(
    "fieldAddError",
    requiredExpression(node.record, context),
    js.literal(node.field),
    ...all(node.arguments, context),
  );
}
