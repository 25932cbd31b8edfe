import type { Block, Statement } from "../../syntax/ast.ts";
import { VOID } from "../../types/well-known.ts";
import { inNestedScope, type BodyContext } from "../body-context.ts";
import type { BoundBlock, BoundStatement } from "../bound.ts";
import { gapExpression } from "../gaps.ts";
import { bindDml } from "./dml.ts";
import { bindExpressionStatement } from "./expression-statement.ts";
import { bindForEach } from "./for-each.ts";
import { bindIf } from "./if.ts";
import { bindBreak, bindContinue, bindReturn, bindThrow } from "./jumps.ts";
import { bindLocalVariables } from "./local-variables.ts";
import { bindDoWhile, bindFor, bindWhile } from "./loops.ts";
import { bindRunAs } from "./run-as.ts";
import { bindSwitch } from "./switch.ts";
import { bindTry } from "./try.ts";

/** A declaration of several variables is several statements. */
type Visitors = {
  readonly [K in Statement["kind"]]: (
    statement: Extract<Statement, { readonly kind: K }>,
    context: BodyContext,
  ) => BoundStatement | readonly BoundStatement[];
};

const VISITORS: Visitors = {
  block: bindBlock,
  localVariables: bindLocalVariables,
  if: bindIf,
  while: bindWhile,
  doWhile: bindDoWhile,
  for: bindFor,
  forEach: bindForEach,
  switch: bindSwitch,
  return: bindReturn,
  break: bindBreak,
  continue: bindContinue,
  throw: bindThrow,
  try: bindTry,
  dml: bindDml,
  runAs: bindRunAs,
  expressionStatement: bindExpressionStatement,
};

/** What does not compile is reported and left out: a unit with errors is never emitted. A gap stays, as a statement that fails. */
function bindStatement(statement: Statement, context: BodyContext): readonly BoundStatement[] {
  // The table's key is the node's own kind, so the visitor takes exactly this node.
  const visit = VISITORS[statement.kind] as (
    node: Statement,
    context: BodyContext,
  ) => BoundStatement | readonly BoundStatement[];
  return (
    context.report.attemptOrGap<readonly BoundStatement[]>(
      () => {
        const bound = visit(statement, context);
        return isOne(bound) ? [bound] : bound;
      },
      (at, message) => [
        { kind: "expression", expression: gapExpression(at, message, VOID), at: statement.at },
      ],
    ) ?? []
  );
}

function isOne(bound: BoundStatement | readonly BoundStatement[]): bound is BoundStatement {
  return !Array.isArray(bound);
}

export function bindBlock(block: Block, context: BodyContext): BoundBlock {
  return bindStatementsOf(block, inNestedScope(context));
}

/** The statements of a body whose scope the caller has made, with its parameters in it. */
export function bindStatementsOf(block: Block, context: BodyContext): BoundBlock {
  return {
    kind: "block",
    statements: block.statements.flatMap((statement) => bindStatement(statement, context)),
    at: block.at,
  };
}

/** The branch of an `if`, the body of a loop: one statement, in a scope of its own. */
export function bindBranch(statement: Statement, context: BodyContext): BoundStatement {
  if (statement.kind === "block") return bindBlock(statement, context);
  const bound = bindStatement(statement, inNestedScope(context));
  const [only] = bound;
  return only !== undefined && bound.length === 1 && only.kind !== "local"
    ? only
    : { kind: "block", statements: bound, at: statement.at };
}
