import type { Unary } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
export declare function bindUnary(expression: Unary, context: BodyContext): BoundExpression;
