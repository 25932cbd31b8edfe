import type { NewArray, NewListOrSet, NewMap } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
export declare function bindNewArray(expression: NewArray, context: BodyContext): BoundExpression;
export declare function bindNewListOrSet(expression: NewListOrSet, context: BodyContext): BoundExpression;
export declare function bindNewMap(expression: NewMap, context: BodyContext): BoundExpression;
