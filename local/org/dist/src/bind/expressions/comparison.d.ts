import type { Position } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
export declare function bindEquality(left: BoundExpression, right: BoundExpression, negated: boolean, at: Position, context: BodyContext): BoundExpression;
export declare function bindIdentity(left: BoundExpression, right: BoundExpression, negated: boolean, at: Position, context: BodyContext): BoundExpression;
export declare function bindComparison(operator: "<" | "<=" | ">" | ">=", left: BoundExpression, right: BoundExpression, at: Position): BoundExpression;
