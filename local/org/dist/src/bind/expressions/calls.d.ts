import type { MethodCall } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
export declare function bindMethodCall(expression: MethodCall, context: BodyContext): BoundExpression;
