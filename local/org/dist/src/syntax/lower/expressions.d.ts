import { type ExpressionContext, type ExpressionListContext } from "@apexdevtools/apex-parser";
import type { Expression } from "../ast.ts";
import { type Report } from "./tree.ts";
export declare function lowerExpression(tree: ExpressionContext, report: Report): Expression;
export declare function lowerExpressionList(tree: ExpressionListContext | null, report: Report): readonly Expression[];
