import { requiredExpression } from "../chain.js";
import * as js from "../js.js";
import { isNeverNull } from "../nullness.js";
const ZERO = { type: "Literal", value: 0 };
export function arithmetic(node, context) {
    const left = requiredExpression(node.left, context);
    const right = requiredExpression(node.right, context);
    switch (node.numeric) {
        case "Integer":
            return integerArithmetic(node.operator, left, shiftCount(node, right), context);
        case "Long":
            return context.operate(LONG[node.operator], left, longShiftCount(node, right, context));
        case "Double":
            return context.operate(fractional(DOUBLE, node.operator), left, right);
        case "Decimal":
            return context.operate(fractional(DECIMAL, node.operator), left, right);
    }
}
function isShift(operator) {
    return operator === "<<" || operator === ">>" || operator === ">>>";
}
function isLong(node) {
    return node.type.kind === "primitive" && node.type.name === "Long";
}
function shiftCount(node, right) {
    return isShift(node.operator) && isLong(node.right) ? js.call(js.name("Number"), [right]) : right;
}
function longShiftCount(node, right, context) {
    return isShift(node.operator) && !isLong(node.right)
        ? context.operate("integerToLong", right)
        : right;
}
function integerArithmetic(operator, left, right, context) {
    switch (operator) {
        case "+":
        case "-":
        case ">>>":
            return js.binary("|", js.binary(operator, left, right), ZERO);
        case "*":
            return context.operate("multiplyIntegers", left, right);
        case "/":
            return context.operate("divideIntegers", left, right);
        case "<<":
        case ">>":
        case "&":
        case "|":
        case "^":
            return js.binary(operator, left, right);
    }
}
const LONG = {
    "+": "addLongs",
    "-": "subtractLongs",
    "*": "multiplyLongs",
    "/": "divideLongs",
    "<<": "shiftLongLeft",
    ">>": "shiftLongRight",
    ">>>": "shiftLongRightUnsigned",
    "&": "andLongs",
    "|": "orLongs",
    "^": "xorLongs",
};
const DOUBLE = {
    "+": "addDoubles",
    "-": "subtractDoubles",
    "*": "multiplyDoubles",
    "/": "divideDoubles",
};
const DECIMAL = {
    "+": "addDecimals",
    "-": "subtractDecimals",
    "*": "multiplyDecimals",
    "/": "divideDecimals",
};
function fractional(operations, operator) {
    if (operator === "+" || operator === "-" || operator === "*" || operator === "/")
        return operations[operator];
    throw new Error(`${operator} has no meaning for fractions`);
}
export function dateArithmetic(node, context) {
    const right = requiredExpression(node.right, context);
    const operation = { Date: "moveDate", Datetime: "moveDatetime", Time: "moveTime" }[node.of];
    return context.operate(operation, requiredExpression(node.left, context), right, js.literal(node.operator === "+" ? 1 : -1));
}
export function negate(node, context) {
    const operand = requiredExpression(node.operand, context);
    switch (node.numeric) {
        case "Integer":
            return js.binary("|", js.unary("-", operand), ZERO);
        case "Long":
            return context.operate("negateLong", operand);
        case "Double":
            return context.operate("negateDouble", operand);
        case "Decimal":
            return js.call(js.member(operand, "negate", context.place), []);
    }
}
export function complement(node, context) {
    return js.unary("~", requiredExpression(node.operand, context));
}
/** Whether JavaScript's + shows the value as Apex does; null becomes "null" in both. */
function concatenatesPlainly(node) {
    if (node.kind === "literal")
        return node.value.kind !== "decimal" && node.value.kind !== "double";
    return (node.type.kind === "primitive" &&
        ["String", "Id", "Integer", "Boolean", "Long"].includes(node.type.name));
}
/** Whether the emitted operand is a JavaScript string for certain, so that + joins instead of adding. */
function isText(node, context) {
    if (node.kind === "concat")
        return true;
    if (!concatenatesPlainly(node))
        return true;
    return (node.type.kind === "primitive" &&
        (node.type.name === "String" || node.type.name === "Id") &&
        isNeverNull(node, context.scope.nonNull));
}
/** The parts of `a + b + c` are joined first, and count against the heap once. */
export function concat(node, context) {
    return node.left.kind === "targetValue"
        ? context.operate("lengthenedText", context.expression(node.left), concatOperand(node.right, context))
        : context.operate("chargedText", joined(node, context));
}
function concatOperand(side, context) {
    if (side.kind === "concat")
        return joined(side, context);
    const value = context.expression(side);
    return concatenatesPlainly(side) ? value : context.operate("concatText", value);
}
function joined(node, context) {
    const left = concatOperand(node.left, context);
    const right = concatOperand(node.right, context);
    return isText(node.left, context) || isText(node.right, context)
        ? js.binary("+", left, right)
        : js.binary("+", js.binary("+", js.literal(""), left), right);
}
export function booleanOperation(node, context) {
    const left = requiredExpression(node.left, context);
    const right = requiredExpression(node.right, context);
    if (node.operator === "^")
        return js.binary("!==", left, right);
    // Unlike && and ||, both sides are evaluated; JavaScript's own operators make numbers of them.
    return js.binary("===", js.binary(node.operator, left, right), js.literal(1));
}
export function logical(node, context) {
    return js.logical(node.operator, requiredExpression(node.left, context), requiredExpression(node.right, context));
}
export function not(node, context) {
    return js.unary("!", requiredExpression(node.operand, context));
}
const ORDER = {
    "<": "isLess",
    "<=": "isLessOrEqual",
    ">": "isGreater",
    ">=": "isGreaterOrEqual",
};
/** A comparison with null is false, except that any text is greater than null. */
export function comparison(node, context) {
    const left = context.expression(node.left);
    const right = context.expression(node.right);
    if ((node.compare === "Integer" || node.compare === "Long") &&
        isNeverNull(node.left, context.scope.nonNull) &&
        isNeverNull(node.right, context.scope.nonNull))
        return js.binary(node.operator, left, right);
    if (node.compare === "Integer" || node.compare === "Long")
        return context.operate(ORDER[node.operator], left, right);
    const order = context.operate(`compare${node.compare}s`, left, right);
    return js.binary(node.operator, order, ZERO);
}
const EQUALITY = {
    Double: "equalDoubles",
    Decimal: "equalDecimals",
};
function isNull(node) {
    return node.kind === "literal" && node.value.kind === "null";
}
export function equality(node, context) {
    const left = context.expression(node.left);
    const right = context.expression(node.right);
    if (isNull(node.left) ||
        isNull(node.right) ||
        node.compare === "reference" ||
        node.compare === "Integer" ||
        node.compare === "Long")
        return js.binary(node.negated ? "!==" : "===", left, right);
    const operation = node.compare === "string"
        ? "equalStrings"
        : node.compare === "id"
            ? "equalIds"
            : node.compare === "value"
                ? "equalOperands"
                : EQUALITY[node.compare];
    const equal = context.operate(operation, left, right);
    return node.negated ? js.unary("!", equal) : equal;
}
export function identity(node, context) {
    return js.binary(node.negated ? "!==" : "===", context.expression(node.left), context.expression(node.right));
}
export function conditional(node, context) {
    return js.conditional(requiredExpression(node.condition, context), context.expression(node.then), context.expression(node.otherwise));
}
export function coalesce(node, context) {
    return js.logical("??", context.expression(node.left), context.expression(node.right));
}
export function instanceOf(node, context) {
    return context.operate("instanceOf", context.expression(node.value), context.type(node.tested));
}
