import type { RunAs } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression, BoundStatement } from "../bound.ts";
import { bindExpression } from "../expressions/expression.ts";
import { fail } from "../report.ts";
import { bindBlock } from "./statement.ts";

export function bindRunAs(statement: RunAs, context: BodyContext): BoundStatement {
  const { at } = statement;
  const bound = statement.arguments.map((argument) => bindExpression(argument, context));
  if (bound.length !== 1 || !bound.every(isUserOrVersion)) {
    fail(at, "runAs requires a single argument of type 'User' or 'Version'");
  }
  return { kind: "runAs", arguments: bound, body: bindBlock(statement.body, context), at };
}

function isUserOrVersion({ type }: BoundExpression): boolean {
  return (
    (type.kind === "sobject" && (type.name === "User" || type.name === "SObject")) ||
    (type.kind === "platform" && type.name === "System.Version")
  );
}
