import type { Index } from "../../syntax/ast.ts";
import { displayType } from "../../types/display.ts";
import { sameType } from "../../types/same-type.ts";
import { INTEGER } from "../../types/well-known.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
import { fail } from "../report.ts";
import { bindExpression } from "./expression.ts";

export function bindIndex(
  expression: Index,
  context: BodyContext,
): Extract<BoundExpression, { readonly kind: "index" }> {
  const { at } = expression;
  const target = bindExpression(expression.target, context);
  if (target.type.kind !== "list") {
    fail(at, `Expression must be a list type: ${displayType(target.type)}`);
  }
  const index = bindExpression(expression.index, context);
  if (!sameType(index.type, INTEGER)) {
    fail(at, `List index must be of type Integer: ${displayType(index.type)}`);
  }
  return { kind: "index", target, index, type: target.type.element, at };
}
