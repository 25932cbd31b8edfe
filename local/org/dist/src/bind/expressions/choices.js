import { isAssignable } from "../../types/assignability.js";
import { displayType } from "../../types/display.js";
import { numericOf, numericType, promoted } from "../../types/numeric.js";
import { sameType } from "../../types/same-type.js";
import { BOOLEAN } from "../../types/well-known.js";
import { convertedTo, isQuery, singleRow } from "../conversions.js";
import { fail } from "../report.js";
import { bindExpression } from "./expression.js";
export function bindConditional(expression, context) {
    const { at } = expression;
    const condition = bindExpression(expression.condition, context);
    if (!sameType(condition.type, BOOLEAN)) {
        fail(at, `Condition expression must be of type Boolean: ${displayType(condition.type)}`);
    }
    const then = bindExpression(expression.then, context);
    const otherwise = bindExpression(expression.otherwise, context);
    const both = unified(then, otherwise, context, false);
    if (both === null) {
        fail(at, `Incompatible types in ternary operator: ${displayType(then.type)}, ${displayType(otherwise.type)}`);
    }
    const [thenValue, otherwiseValue, type] = both;
    return { kind: "conditional", condition, then: thenValue, otherwise: otherwiseValue, type, at };
}
export function bindCoalesce(expression, context) {
    const { at } = expression;
    const first = bindExpression(expression.left, context);
    const second = bindExpression(expression.right, context);
    const both = unified(first, second, context, true);
    if (both === null) {
        fail(at, `Incompatible types in null coalescing operator: ${displayType(first.type)}, ${displayType(second.type)}`);
    }
    const [left, right, type] = both;
    return { kind: "coalesce", left, right, type, at };
}
function unified(a, b, context, isCoalesced) {
    const { hierarchy } = context.compilation;
    const [first, second] = asRowsOrRecords(a, b, isCoalesced);
    const type = commonType(first.type, second.type, hierarchy);
    if (type === null)
        return null;
    const [left, right] = [
        convertedTo(first, type, hierarchy, "argument"),
        convertedTo(second, type, hierarchy, "argument"),
    ];
    return left === null || right === null ? null : [left, right, type];
}
/** `[SELECT …] ?? record`: the query stands for its one row. */
function asRowsOrRecords(a, b, isCoalesced) {
    if (isQuery(a) && b.type.kind === "sobject")
        return [singleRow(a, isCoalesced), b];
    if (isQuery(b) && a.type.kind === "sobject")
        return [a, singleRow(b)];
    return [a, b];
}
function commonType(a, b, hierarchy) {
    if (a.kind === "void" || b.kind === "void")
        return null;
    if (a.kind === "null" || sameType(a, b))
        return b;
    if (b.kind === "null")
        return a;
    const [first, second] = [numericOf(a), numericOf(b)];
    if (first !== null && second !== null)
        return numericType(promoted(first, second));
    if (isAssignable(b, a, hierarchy, "argument"))
        return a;
    // No common ancestor is looked for: two siblings have no type in common.
    return isAssignable(a, b, hierarchy, "argument") ? b : null;
}
