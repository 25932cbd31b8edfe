import type { Expression } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
export declare function bindCondition(expression: Expression, context: BodyContext): BoundExpression;
