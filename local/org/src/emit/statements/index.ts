/** Bound statement kind → what emits it. */
import type * as es from "estree";
import type { BoundStatement } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
import * as blocks from "./blocks.ts";
import * as branches from "./branches.ts";
import * as exceptions from "./exceptions.ts";
import * as loops from "./loops.ts";
import * as org from "./org.ts";

type Visitors = {
  readonly [K in BoundStatement["kind"]]: (
    node: Extract<BoundStatement, { readonly kind: K }>,
    context: EmitContext,
  ) => readonly es.Statement[];
};

const visitors: Visitors = {
  block: blocks.blockStatement,
  local: blocks.local,
  expression: blocks.expression,
  if: branches.ifElse,
  while: loops.whileLoop,
  doWhile: loops.doWhileLoop,
  for: loops.forLoop,
  forEach: loops.forEachLoop,
  forQuery: loops.forQueryLoop,
  switchValues: branches.switchValues,
  switchTypes: branches.switchTypes,
  return: blocks.giveBack,
  break: loops.breakOut,
  continue: loops.continueOn,
  throw: blocks.throwIt,
  try: exceptions.tryCatch,
  dml: org.dml,
  runAs: org.runAs,
};

export function emitStatement(node: BoundStatement, context: EmitContext): readonly es.Statement[] {
  // The table's mapped type pairs each kind with the visitor of exactly that kind.
  const visit = visitors[node.kind] as (
    node: BoundStatement,
    context: EmitContext,
  ) => readonly es.Statement[];
  return visit(node, context);
}
