import type { SoqlExpression, SoslExpression } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
export declare function bindSoql(expression: SoqlExpression, context: BodyContext): Extract<BoundExpression, {
    readonly kind: "soql";
}>;
export declare function bindSosl(expression: SoslExpression, context: BodyContext): BoundExpression;
