/** The operator of each binary form of the grammar. Precedence is the grammar's; only spelling is settled here. */
import { Arth1ExpressionContext, Arth2ExpressionContext, BitAndExpressionContext, BitExpressionContext, BitNotExpressionContext, BitOrExpressionContext, CmpExpressionContext, CoalExpressionContext, EqualityExpressionContext, LogAndExpressionContext, LogOrExpressionContext, } from "@apexdevtools/apex-parser";
import { optional } from "./tree.js";
export function isBinary(tree) {
    return (tree instanceof Arth1ExpressionContext ||
        tree instanceof Arth2ExpressionContext ||
        tree instanceof BitExpressionContext ||
        tree instanceof CmpExpressionContext ||
        tree instanceof EqualityExpressionContext ||
        tree instanceof BitAndExpressionContext ||
        tree instanceof BitNotExpressionContext ||
        tree instanceof BitOrExpressionContext ||
        tree instanceof LogAndExpressionContext ||
        tree instanceof LogOrExpressionContext ||
        tree instanceof CoalExpressionContext);
}
export function binaryOperator(tree) {
    if (tree instanceof Arth1ExpressionContext) {
        return optional(tree.MUL()) === null ? "/" : "*";
    }
    if (tree instanceof Arth2ExpressionContext) {
        return optional(tree.ADD()) === null ? "-" : "+";
    }
    if (tree instanceof BitExpressionContext) {
        const right = tree.GT_list().length;
        return right === 0 ? "<<" : right === 2 ? ">>" : ">>>";
    }
    if (tree instanceof CmpExpressionContext) {
        const orEqual = optional(tree.ASSIGN()) !== null;
        if (optional(tree.LT()) !== null) {
            return orEqual ? "<=" : "<";
        }
        return orEqual ? ">=" : ">";
    }
    if (tree instanceof EqualityExpressionContext) {
        return equalityOperator(tree);
    }
    if (tree instanceof BitAndExpressionContext) {
        return "&";
    }
    if (tree instanceof BitNotExpressionContext) {
        return "^";
    }
    if (tree instanceof BitOrExpressionContext) {
        return "|";
    }
    if (tree instanceof LogAndExpressionContext) {
        return "&&";
    }
    return tree instanceof LogOrExpressionContext ? "||" : "??";
}
function equalityOperator(tree) {
    if (optional(tree.TRIPLEEQUAL()) !== null) {
        return "===";
    }
    if (optional(tree.TRIPLENOTEQUAL()) !== null) {
        return "!==";
    }
    return optional(tree.EQUAL()) === null ? "!=" : "==";
}
export function assignmentOperator(tree) {
    if (optional(tree.ASSIGN()) !== null)
        return null;
    if (optional(tree.ADD_ASSIGN()) !== null)
        return "+";
    if (optional(tree.SUB_ASSIGN()) !== null)
        return "-";
    if (optional(tree.MUL_ASSIGN()) !== null)
        return "*";
    if (optional(tree.DIV_ASSIGN()) !== null)
        return "/";
    if (optional(tree.AND_ASSIGN()) !== null)
        return "&";
    if (optional(tree.OR_ASSIGN()) !== null)
        return "|";
    if (optional(tree.XOR_ASSIGN()) !== null)
        return "^";
    if (optional(tree.LSHIFT_ASSIGN()) !== null)
        return "<<";
    if (optional(tree.RSHIFT_ASSIGN()) !== null)
        return ">>";
    return ">>>";
}
