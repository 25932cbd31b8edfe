/** The operator of each binary form of the grammar. Precedence is the grammar's; only spelling is settled here. */
import { Arth1ExpressionContext, Arth2ExpressionContext, BitAndExpressionContext, BitExpressionContext, BitNotExpressionContext, BitOrExpressionContext, CmpExpressionContext, CoalExpressionContext, EqualityExpressionContext, LogAndExpressionContext, LogOrExpressionContext, type AssignExpressionContext, type ExpressionContext } from "@apexdevtools/apex-parser";
import type { Assignment, BinaryOperator } from "../ast.ts";
type BinaryContext = Arth1ExpressionContext | Arth2ExpressionContext | BitExpressionContext | CmpExpressionContext | EqualityExpressionContext | BitAndExpressionContext | BitNotExpressionContext | BitOrExpressionContext | LogAndExpressionContext | LogOrExpressionContext | CoalExpressionContext;
export declare function isBinary(tree: ExpressionContext): tree is BinaryContext;
export declare function binaryOperator(tree: BinaryContext): BinaryOperator;
export declare function assignmentOperator(tree: AssignExpressionContext): Assignment["operator"];
export {};
