import type { This } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
import { fail } from "../report.ts";

export function bindThis({ at }: This, context: BodyContext): BoundExpression {
  if (context.isStatic) fail(at, "This cannot be referenced in a static context");
  return { kind: "this", type: { kind: "class", symbol: context.owner }, at };
}
