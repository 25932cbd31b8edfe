/** try: JavaScript's errors on null become NullPointerException first; limits and failed assertions pass through. */
import type * as es from "estree";
import type { BoundStatement } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
import * as js from "../js.ts";
import { localNameOf } from "../local-names.ts";
import { body, bodyWith } from "./blocks.ts";

type Node<K extends BoundStatement["kind"]> = Extract<BoundStatement, { readonly kind: K }>;

export function tryCatch(node: Node<"try">, context: EmitContext): readonly es.Statement[] {
  return [
    {
      type: "TryStatement",
      block: body(node.body, context),
      handler: node.catches.length === 0 ? null : handler(node, context),
      finalizer: node.otherwise === null ? null : body(node.otherwise, context),
    },
  ];
}

function handler(node: Node<"try">, context: EmitContext): es.CatchClause {
  const caught = context.temporary();
  let chain: es.Statement = js.block([js.raise(js.name("$e"))]);
  for (const clause of node.catches.toReversed()) {
    const inner = bodyWith(clause.local, clause.body, context);
    chain = js.when(
      context.operate("instanceOf", js.name(caught), context.type(clause.type)),
      js.block([js.declare("let", localNameOf(clause.local), js.name(caught)), ...inner.body]),
      chain,
    );
  }
  return {
    type: "CatchClause",
    param: js.name("$e"),
    body: js.block([
      // null for what Apex cannot catch: no clause matches it.
      js.statement(js.assign(js.name(caught), context.operate("caught", js.name("$e")))),
      chain,
    ]),
  };
}
