/**
 * `a?.b.c`: where a is null the whole chain is null and nothing right of it is evaluated. Targets of a chain are emitted here;
 * their guards travel up to the chain's last link.
 */
import type * as es from "estree";
import type { BoundExpression } from "../bind/bound.ts";
import type { EmitContext } from "./context.ts";
import * as js from "./js.ts";
import { isNeverNull } from "./nullness.ts";

/** `(t = target) === null`, in order of evaluation. */
export type Guards = es.Expression[];

export type ChainNode = Extract<
  BoundExpression,
  {
    readonly kind:
      | "field"
      | "recordField"
      | "recordParent"
      | "recordChildren"
      | "index"
      | "platformField"
      | "call"
      | "platformCall";
  }
>;

export type LinkVisitor = (node: ChainNode, context: EmitContext, guards: Guards) => es.Expression;

const CHAIN_KINDS: ReadonlySet<string> = new Set<ChainNode["kind"]>([
  "field",
  "recordField",
  "recordParent",
  "recordChildren",
  "index",
  "platformField",
  "call",
  "platformCall",
]);

function isChainNode(node: BoundExpression): node is ChainNode {
  return CHAIN_KINDS.has(node.kind);
}

/** The whole chain, guarded. */
export function chain(node: ChainNode, context: EmitContext, visit: LinkVisitor): es.Expression {
  const guards: Guards = [];
  const value = visit(node, context, guards);
  const [first, ...rest] = guards;
  if (first === undefined) return value;
  return js.conditional(
    rest.reduce((all, guard) => js.logical("||", all, guard), first),
    js.NULL,
    value,
  );
}

/** A link's target, possibly null: what dereferences it raises the error. */
export function target(
  node: BoundExpression,
  isSafe: boolean,
  context: EmitContext,
  guards: Guards,
  visit: LinkVisitor,
): es.Expression {
  const value = isChainNode(node)
    ? context.at(node.at, () => visit(node, context, guards))
    : context.expression(node);
  if (!isSafe) return value;
  const temporary = context.temporary();
  guards.push(js.binary("===", js.assign(js.name(temporary), value), js.NULL));
  return js.name(temporary);
}

/** A value that must not be null: raises NullPointerException where it is, in the words for a receiver or for an argument. */
export function required(
  node: BoundExpression,
  value: es.Expression,
  context: EmitContext,
  refusal: "nullPointer" | "nullArgument" = "nullPointer",
): es.Expression {
  return isNeverNull(node, context.scope.nonNull)
    ? value
    : js.logical("??", value, context.operate(refusal));
}

export function requiredExpression(node: BoundExpression, context: EmitContext): es.Expression {
  return required(node, context.expression(node), context);
}
