import type { LogicalExpressionContext, WhereLogicalExpressionContext } from "@apexdevtools/apex-parser";
import type { Expression } from "../ast.ts";
import type { Condition } from "../query.ts";
import { type Report } from "./tree.ts";
/** A WHERE clause; unlike HAVING it admits FORMULA(). */
export declare function lowerWhere(tree: WhereLogicalExpressionContext, report: Report): Condition<Expression>;
export declare function lowerCondition(tree: LogicalExpressionContext, report: Report): Condition<Expression>;
