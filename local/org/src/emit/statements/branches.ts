/** if and switch. */
import type * as es from "estree";
import type { BoundExpression, BoundStatement } from "../../bind/bound.ts";
import { requiredExpression } from "../chain.ts";
import type { EmitContext } from "../context.ts";
import * as js from "../js.ts";
import { localNameOf } from "../local-names.ts";
import { body, bodyWith } from "./blocks.ts";

type Node<K extends BoundStatement["kind"]> = Extract<BoundStatement, { readonly kind: K }>;

export function ifElse(node: Node<"if">, context: EmitContext): readonly es.Statement[] {
  return [
    js.when(
      requiredExpression(node.condition, context),
      body(node.then, context),
      node.otherwise === null ? null : body(node.otherwise, context),
    ),
  ];
}

/** Not a JavaScript switch: `break` inside belongs to the loop around it. */
export function switchValues(
  node: Node<"switchValues">,
  context: EmitContext,
): readonly es.Statement[] {
  const subject = context.temporary();
  const test = (value: BoundExpression): es.Expression =>
    js.binary("===", js.name(subject), context.expression(value));
  let chain: es.Statement | null = node.otherwise === null ? null : body(node.otherwise, context);
  for (const branch of node.cases.toReversed()) {
    const [first, ...rest] = branch.values.map(test);
    if (first === undefined) continue;
    const condition = rest.reduce((any, next) => js.logical("||", any, next), first);
    chain = js.when(condition, body(branch.body, context), chain);
  }
  return [
    js.statement(js.assign(js.name(subject), context.expression(node.subject))),
    ...(chain === null ? [] : [chain]),
  ];
}

export function switchTypes(
  node: Node<"switchTypes">,
  context: EmitContext,
): readonly es.Statement[] {
  const subject = context.temporary();
  let chain: es.Statement | null = node.otherwise === null ? null : body(node.otherwise, context);
  for (const branch of node.cases.toReversed()) {
    const inner = bodyWith(branch.local, branch.body, context);
    chain = js.when(
      context.operate("instanceOf", js.name(subject), context.type(branch.type)),
      js.block([js.declare("let", localNameOf(branch.local), js.name(subject)), ...inner.body]),
      chain,
    );
  }
  if (node.nullCase !== null)
    chain = js.when(
      js.binary("===", js.name(subject), js.NULL),
      body(node.nullCase, context),
      chain,
    );
  return [
    js.statement(js.assign(js.name(subject), context.expression(node.subject))),
    ...(chain === null ? [] : [chain]),
  ];
}
