import { canHold } from "../../types/castability.js";
import { displayType } from "../../types/display.js";
import { numericOf, promoted } from "../../types/numeric.js";
import { BOOLEAN, DATETIME } from "../../types/well-known.js";
import { withConversion } from "../conversions.js";
import { fail } from "../report.js";
import { promote } from "./arithmetic.js";
export function bindEquality(left, right, negated, at, context) {
    const pair = comparable(left, right);
    if (!canBeEqual(left, right, context))
        incomparable(left, right, at);
    const compare = equalityKind(pair.left.type, pair.right.type, context);
    return { kind: "equality", negated, compare, ...pair, type: BOOLEAN, at };
}
export function bindIdentity(left, right, negated, at, context) {
    if (left.type.kind === "primitive" && right.type.kind === "primitive") {
        fail(at, `Exact equality operator only allowed for reference types: ${displayType(left.type)}`);
    }
    if (!canBeEqual(left, right, context))
        incomparable(left, right, at);
    return { kind: "identity", negated, left, right, type: BOOLEAN, at };
}
export function bindComparison(operator, left, right, at) {
    const pair = comparable(left, right);
    const compare = orderOf(left, pair.left.type, pair.right.type, at);
    if (compare === null)
        incomparable(left, right, at);
    return { kind: "comparison", operator, compare, ...pair, type: BOOLEAN, at };
}
function incomparable(left, right, at) {
    fail(at, `Comparison arguments must be compatible types: ${displayType(left.type)}, ${displayType(right.type)}`);
}
/** Both numbers of one type, a Date beside a Datetime as a Datetime. */
function comparable(left, right) {
    const [a, b] = [numericOf(left.type), numericOf(right.type)];
    if (a !== null && b !== null) {
        const numeric = promoted(a, b);
        return { left: promote(left, numeric), right: promote(right, numeric) };
    }
    if (isPrimitive(left.type, "Datetime") && isPrimitive(right.type, "Date")) {
        return { left, right: asDatetime(right) };
    }
    if (isPrimitive(left.type, "Date") && isPrimitive(right.type, "Datetime")) {
        return { left: asDatetime(left), right };
    }
    return { left, right };
}
function asDatetime(date) {
    return withConversion(date, { kind: "dateToDatetime" }, DATETIME);
}
function canBeEqual(left, right, context) {
    const { hierarchy } = context.compilation;
    if (left.type.kind === "void" || right.type.kind === "void")
        return false;
    if (left.type.kind === "null" || right.type.kind === "null")
        return true;
    return canHold(left.type, right.type, hierarchy);
}
function equalityKind(left, right, context) {
    if (left.kind === "null" || right.kind === "null")
        return "reference";
    const numeric = numericOf(left);
    if (numeric !== null && numericOf(right) === numeric)
        return numeric;
    if (isPrimitive(left, "Id") || isPrimitive(right, "Id")) {
        return left.kind === "primitive" && right.kind === "primitive" ? "id" : "value";
    }
    if (isPrimitive(left, "String") && isPrimitive(right, "String"))
        return "string";
    if (isPrimitive(left, "Boolean") && isPrimitive(right, "Boolean"))
        return "reference";
    const { hierarchy } = context.compilation;
    return hierarchy.isEnum(left) && hierarchy.isEnum(right) ? "reference" : "value";
}
function orderOf(leftOperand, left, right, at) {
    if (left.kind === "null" || right.kind === "null")
        return orderedName(left.kind === "null" ? right : left);
    const order = orderedName(left);
    if (order === null) {
        fail(at, `Inequality operator not allowed for this type: ${displayType(leftOperand.type)}`);
    }
    const other = orderedName(right);
    if (order === other)
        return order;
    const isText = [order, other].every((name) => name === "String" || name === "Id");
    return isText ? "Id" : null;
}
function orderedName(type) {
    if (type.kind !== "primitive")
        return null;
    switch (type.name) {
        case "Boolean":
        case "Blob":
            return null;
        default:
            return type.name;
    }
}
function isPrimitive(type, name) {
    return type.kind === "primitive" && type.name === name;
}
