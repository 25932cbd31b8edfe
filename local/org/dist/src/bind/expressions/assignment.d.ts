import type { Assignment, Expression } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression, BoundLValue } from "../bound.ts";
export declare function bindAssignment(expression: Assignment, context: BodyContext): BoundExpression;
/** What stands left of `=`. A property is not read there, so a missing getter is no error. */
export declare function bindTarget(expression: Expression, context: BodyContext): BoundLValue;
