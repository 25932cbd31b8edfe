/** DML statements and System.runAs. */
import type * as es from "estree";
import type { BoundStatement } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
import { sharingOf } from "../expressions/org.ts";
import * as js from "../js.ts";
import { statements } from "./blocks.ts";

type Node<K extends BoundStatement["kind"]> = Extract<BoundStatement, { readonly kind: K }>;

export function dml(node: Node<"dml">, context: EmitContext): readonly es.Statement[] {
  return [
    js.statement(
      context.operate(
        "dml",
        js.literal(node.operation, context.place),
        context.expression(node.target),
        node.losers === null ? js.NULL : context.expression(node.losers),
        js.literal(node.externalIdField),
        js.literal(node.access ?? "system"),
        js.literal(sharingOf(context)),
      ),
    ),
  ];
}

export function runAs(node: Node<"runAs">, context: EmitContext): readonly es.Statement[] {
  const outer = context.temporary();
  return [
    js.statement(
      js.assign(
        js.name(outer),
        context.operate(
          "beginRunAs",
          ...node.arguments.map((argument) => context.expression(argument)),
        ),
      ),
    ),
    js.finallyDo(statements(node.body.statements, context), [
      js.statement(context.operate("endRunAs", js.name(outer))),
    ]),
  ];
}
