/** `new`: objects, records and collections. */
import type * as es from "estree";
import type { BoundExpression } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
import * as js from "../js.ts";
import {
  constructorKey,
  defaultConstructorKey,
  exceptionConstructorKey,
  INITIALIZE,
} from "../keys.ts";

type Node<K extends BoundExpression["kind"]> = Extract<BoundExpression, { readonly kind: K }>;

function all(nodes: readonly BoundExpression[], context: EmitContext): es.Expression[] {
  return nodes.map((node) => context.expression(node));
}

export function newObject(node: Node<"new">, context: EmitContext): es.Expression {
  const bare = js.construct(context.classReference(node.symbol.qualifiedName), []);
  const fresh = js.call(js.member(bare, INITIALIZE, context.place), []);
  const key =
    node.constructor !== null
      ? constructorKey(node.symbol, node.constructor.key)
      : node.symbol.isException
        ? exceptionConstructorKey(node.symbol)
        : defaultConstructorKey(node.symbol);
  return js.call(js.member(fresh, key, context.place), all(node.arguments, context));
}

export function newPlatform(node: Node<"newPlatform">, context: EmitContext): es.Expression {
  return js.call(
    context.bound("constructor_", node.owner, node.signature),
    all(node.arguments, context),
  );
}

const SETTERS = { field: "put", parent: "putParent", children: "putChildren" } as const;

/** `new Account(Name = 'x')` fills the record in the order written. */
export function newRecord(node: Node<"newRecord">, context: EmitContext): es.Expression {
  const fresh = js.call(context.bound("record", node.object), []);
  if (node.fields.length === 0) return fresh;
  const temporary = context.temporary();
  return js.sequence([
    js.assign(js.name(temporary), fresh),
    ...node.fields.map((field) => {
      const value = context.expression(field.value);
      // A nested record in the value may have used the same slot only if temporaries were shared; they are not.
      return js.call(js.member(js.name(temporary), SETTERS[field.kind]), [
        js.literal(field.name),
        value,
      ]);
    }),
    js.name(temporary),
  ]);
}

export function newListOrSet(
  node: Node<"newList" | "newSet">,
  context: EmitContext,
): es.Expression {
  return context.operate(
    node.kind === "newList" ? "newList" : "newSet",
    context.type(node.element),
    js.array(all(node.elements, context)),
  );
}

export function newMap(node: Node<"newMap">, context: EmitContext): es.Expression {
  return context.operate(
    "newMap",
    context.type(node.key),
    context.type(node.value),
    js.array(
      node.entries.map((entry) =>
        js.array([context.expression(entry.key), context.expression(entry.value)]),
      ),
    ),
  );
}

export function copyCollection(node: Node<"copyCollection">, context: EmitContext): es.Expression {
  return context.operate(
    "copyCollection",
    context.type(node.collection),
    context.expression(node.source),
  );
}

export function sizedList(node: Node<"sizedList">, context: EmitContext): es.Expression {
  return context.operate("sizedList", context.type(node.element), context.expression(node.size));
}
