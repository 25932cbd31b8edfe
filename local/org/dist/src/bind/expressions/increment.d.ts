import type { Increment } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
export declare function bindIncrement(expression: Increment, context: BodyContext): BoundExpression;
