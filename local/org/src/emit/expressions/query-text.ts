/** Calls that take a query text: `:name` in it means a variable in scope where the call stands. */
import type * as es from "estree";
import type { BoundExpression } from "../../bind/bound.ts";
import type { ClassSymbol, FieldSymbol } from "../../types/symbols.ts";
import type { EmitContext } from "../context.ts";
import * as js from "../js.ts";
import { hasAccessors, slotKey, staticGetterKey } from "../keys.ts";

type PlatformCall = Extract<BoundExpression, { readonly kind: "platformCall" }>;

const CALLS = new Set(
  ["query", "countQuery", "getQueryLocator", "getCursor"]
    .map((name) => `System.Database.${name}`)
    .concat("System.Search.query"),
);

export function takesQueryText(node: PlatformCall): boolean {
  const first = node.arguments[0];
  return (
    CALLS.has(`${node.owner}.${node.name}`) &&
    first?.type.kind === "primitive" &&
    // A text without variables in it needs none.
    !(first.kind === "literal" && first.value.kind === "string" && !first.value.value.includes(":"))
  );
}

/** `withQueryVariables((n) => n === "ids" ? ids : … undefined, () => call)`. */
export function withVariables(call: es.Expression, context: EmitContext): es.Expression {
  return context.operate("withQueryVariables", resolver(context), arrow([], call));
}

/** `Database.getQueryLocator([SELECT …])`. */
export function locatesQuery(node: PlatformCall): boolean {
  return (
    `${node.owner}.${node.name}` === "System.Database.getQueryLocator" &&
    node.arguments[0]?.kind === "soql"
  );
}

/** `locating(() => call)`. */
export function asLocator(call: es.Expression, context: EmitContext): es.Expression {
  return context.operate("locating", arrow([], call));
}

function arrow(parameters: readonly string[], body: es.Expression): es.Expression {
  return {
    type: "ArrowFunctionExpression",
    params: parameters.map((parameter) => js.name(parameter)),
    body,
    expression: true,
    async: false,
  };
}

function resolver(context: EmitContext): es.Expression {
  const values = new Map<string, es.Expression>();
  for (const [name, value] of fieldValues(context)) values.set(name, value);
  for (const name of context.endedLocals()) values.set(name.toLowerCase(), ifDeclared(name));
  // Locals hide fields, inner ones come last.
  for (const local of context.visibleLocals)
    values.set(local.name.toLowerCase(), context.local(local));
  let chain: es.Expression = js.unary("void", js.literal(0));
  for (const [name, value] of values)
    chain = js.conditional(js.binary("===", js.name("$n"), js.literal(name)), value, chain);
  return arrow(["$n"], chain);
}

/**
 * A variable of a block that has ended can still be bound: VOL_CTRL_VolunteersBulkEnterHours of Volunteers for Salesforce binds one that
 * was declared where the text was written. In a block that runs as another user it is out of reach.
 */
function ifDeclared(name: string): es.Expression {
  const nothing = js.unary("void", js.literal(0));
  const isThere = js.binary("!==", js.unary("typeof", js.name(name)), js.literal("undefined"));
  return js.conditional(isThere, js.name(name), nothing);
}

function fieldValues(context: EmitContext): readonly (readonly [string, es.Expression])[] {
  const { owner, isStatic } = context.scope;
  const found: (readonly [string, es.Expression])[] = [];
  for (let at = owner; at !== null; at = at.outer)
    for (const of of ancestry(at).toReversed())
      for (const field of of.fields) {
        if (field.isStatic) found.push([field.name.toLowerCase(), staticValue(field, context)]);
        else if (at === owner && !isStatic)
          found.push([field.name.toLowerCase(), js.member(js.THIS, field.key)]);
      }
  return found;
}

function ancestry(symbol: ClassSymbol): readonly ClassSymbol[] {
  const above = symbol.superclass;
  return above?.kind === "class" ? [symbol, ...ancestry(above.symbol)] : [symbol];
}

function staticValue(field: FieldSymbol, context: EmitContext): es.Expression {
  const owner = context.classReference(field.owner.qualifiedName);
  if (field.property?.getter === "custom")
    return js.call(js.member(owner, staticGetterKey(field)), []);
  const key = hasAccessors(field) ? slotKey(field) : field.key;
  return js.member(js.call(js.member(owner, "$s"), []), key);
}
