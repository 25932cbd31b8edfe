import type { Try } from "../../syntax/ast.ts";
import { isAssignable } from "../../types/assignability.ts";
import { displayType } from "../../types/display.ts";
import type { Type } from "../../types/type.ts";
import { declareLocal, inNestedScope, type BodyContext } from "../body-context.ts";
import type { BoundStatement } from "../bound.ts";
import { mentionType } from "../expressions/casts.ts";
import { fail } from "../report.ts";
import { resolveTypeName } from "../type-names.ts";
import { bindBlock, bindStatementsOf } from "./statement.ts";

export function bindTry(statement: Try, context: BodyContext): BoundStatement {
  const { at } = statement;
  const { compilation, report } = context;
  if (statement.catches.length === 0 && statement.otherwise === null) {
    fail(at, "Try block must have at least one catch block or a finally block");
  }
  const body = bindBlock(statement.body, context);
  const caught: Type[] = [];
  const catches = statement.catches.flatMap((clause) => {
    const type = report.attempt(() => resolveTypeName(clause.type, context.owner, compilation));
    if (type === null) return [];
    mentionType(type, context);
    if (!compilation.hierarchy.isException(type)) {
      report.error(
        clause.at,
        `Catch block variable must be of type exception: ${displayType(type)}`,
      );
    } else if (
      caught.some((earlier) => isAssignable(type, earlier, compilation.hierarchy, "argument"))
    ) {
      report.error(clause.at, `Exception type already caught: ${displayType(type)}`);
    }
    caught.push(type);
    const inside = inNestedScope(context);
    const local = declareLocal(inside, clause.name, type, clause.at);
    return [{ type, local, body: bindStatementsOf(clause.body, inside), at: clause.at }];
  });
  const otherwise = statement.otherwise === null ? null : bindBlock(statement.otherwise, context);
  return { kind: "try", body, catches, otherwise, at };
}
