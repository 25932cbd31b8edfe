import type { Index } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
export declare function bindIndex(expression: Index, context: BodyContext): Extract<BoundExpression, {
    readonly kind: "index";
}>;
