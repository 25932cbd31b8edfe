import type { If } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundStatement } from "../bound.ts";
import { bindCondition } from "./condition.ts";
import { bindBranch } from "./statement.ts";

export function bindIf(statement: If, context: BodyContext): BoundStatement {
  const { report } = context;
  const condition = report.attempt(() => bindCondition(statement.condition, context));
  const then = bindBranch(statement.then, context);
  const otherwise = statement.otherwise === null ? null : bindBranch(statement.otherwise, context);
  return condition === null ? then : { kind: "if", condition, then, otherwise, at: statement.at };
}
