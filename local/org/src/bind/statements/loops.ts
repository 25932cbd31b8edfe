import type { DoWhile, For, While } from "../../syntax/ast.ts";
import { inLoop, type BodyContext } from "../body-context.ts";
import type { BoundStatement } from "../bound.ts";
import { bindExpression } from "../expressions/expression.ts";
import { bindCondition } from "./condition.ts";
import { bindLocalVariables } from "./local-variables.ts";
import { bindBranch } from "./statement.ts";

export function bindWhile(statement: While, context: BodyContext): readonly BoundStatement[] {
  const { at } = statement;
  const condition = context.report.attempt(() => bindCondition(statement.condition, context));
  const body = statement.body === null ? null : bindBranch(statement.body, inLoop(context));
  return condition === null ? [] : [{ kind: "while", condition, body, at }];
}

export function bindDoWhile(statement: DoWhile, context: BodyContext): BoundStatement {
  const body = bindBranch(statement.body, inLoop(context));
  const condition = bindCondition(statement.condition, context);
  return { kind: "doWhile", body, condition, at: statement.at };
}

export function bindFor(statement: For, context: BodyContext): BoundStatement {
  const { at } = statement;
  const loop = inLoop(context);
  const initializers = bindInitializers(statement.initializer, loop);
  const condition = statement.condition === null ? null : bindCondition(statement.condition, loop);
  const updates = statement.updates.map((update) => bindExpression(update, loop));
  const body = statement.body === null ? null : bindBranch(statement.body, loop);
  return { kind: "for", initializers, condition, updates, body, at };
}

function bindInitializers(
  initializer: For["initializer"],
  context: BodyContext,
): readonly BoundStatement[] {
  if (initializer === null) return [];
  if (isVariables(initializer)) return bindLocalVariables(initializer, context);
  return initializer.map((expression) => ({
    kind: "expression",
    expression: bindExpression(expression, context),
    at: expression.at,
  }));
}

function isVariables(
  initializer: NonNullable<For["initializer"]>,
): initializer is Extract<For["initializer"], { readonly kind: "localVariables" }> {
  return !Array.isArray(initializer);
}
