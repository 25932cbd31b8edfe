import type { ExpressionStatement } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundStatement } from "../bound.ts";
import { bindExpression } from "../expressions/expression.ts";
import { fail } from "../report.ts";

export function bindExpressionStatement(
  { expression, at }: ExpressionStatement,
  context: BodyContext,
): BoundStatement {
  switch (expression.kind) {
    case "assignment":
    case "increment":
    case "methodCall":
    case "newObject":
    case "newListOrSet":
    case "newMap":
    case "newArray":
    case "soql":
    case "sosl":
    case "constructorCall":
      return { kind: "expression", expression: bindExpression(expression, context), at };
    default:
      fail(at, "Expression cannot be a statement.");
  }
}
