import type { LocalVariables } from "../../syntax/ast.ts";
import { declareLocal, type BodyContext } from "../body-context.ts";
import type { BoundStatement } from "../bound.ts";
import { assigned } from "../conversions.ts";
import { mentionType } from "../expressions/casts.ts";
import { gapExpression } from "../gaps.ts";
import { bindExpression } from "../expressions/expression.ts";
import { resolveTypeName } from "../type-names.ts";

/** The variable is declared after its initialiser is bound, and also when that does not compile. */
export function bindLocalVariables(
  statement: LocalVariables,
  context: BodyContext,
): readonly BoundStatement[] {
  const { report, compilation } = context;
  const type = resolveTypeName(statement.type, context.owner, compilation);
  mentionType(type, context);
  return statement.variables.map(({ name, initializer, at }) => {
    const value =
      initializer === null
        ? null
        : report.attemptOrGap(
            () => assigned(bindExpression(initializer, context), type, compilation.hierarchy, at),
            (place, message) => gapExpression(place, message, type),
          );
    return { kind: "local", local: declareLocal(context, name, type, at), value, at };
  });
}
