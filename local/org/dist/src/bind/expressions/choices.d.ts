/** `a ? b : c` and `a ?? b`: two values, one type. */
import type { Binary, Conditional } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
export declare function bindConditional(expression: Conditional, context: BodyContext): BoundExpression;
export declare function bindCoalesce(expression: Binary, context: BodyContext): BoundExpression;
