import type { Expression } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
/** @throws to the report of the statement around it */
export declare function bindExpression(expression: Expression, context: BodyContext): BoundExpression;
/** An expression whose value is used: not the call of a void method. */
export declare function bindValue(expression: Expression, context: BodyContext): BoundExpression;
