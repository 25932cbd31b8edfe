/** What the operators of a formula give. Source: Salesforce Help, "Formula Operators and Functions", Math, Logical and Text Operators. */
import { ApexDate } from "../runtime/date.js";
import { ApexDatetime } from "../runtime/datetime.js";
import { ApexDecimal } from "../runtime/decimal.js";
import { ApexTime } from "../runtime/time.js";
import { power } from "./functions/math.js";
import { FormulaFailure } from "./syntax.js";
import { compareValues, FormulaUndefined, plain, textOf } from "./value.js";
const MS_PER_DAY = ApexDecimal.ofInteger(86_400_000);
/** Of operators that evaluate both sides. An empty side makes sums, comparisons and equations empty; texts compare as "". */
export function applyOperator(operator, left, right) {
    switch (operator) {
        case "&":
            return textOf(left) + textOf(right);
        case "=":
        case "<>": {
            const order = compareValues(left, right);
            return order === null ? null : (order === 0) === (operator === "=");
        }
        case "<":
        case "<=":
        case ">":
        case ">=":
            return isOrdered(operator, compareValues(left, right));
        case "+":
            return sum(left, right);
        case "-":
            return difference(left, right);
        case "*":
        case "/":
        case "^":
            return product(operator, left, right);
    }
}
export function negated(value) {
    if (value === null)
        return null;
    if (value instanceof ApexDecimal)
        return value.negate();
    throw new FormulaFailure("Incorrect parameter type for operator '-'. Expected Number");
}
function isOrdered(operator, order) {
    if (order === null)
        return null;
    switch (operator) {
        case "<":
            return order < 0;
        case "<=":
            return order <= 0;
        case ">":
            return order > 0;
        case ">=":
            return order >= 0;
    }
}
/** A number of days moves a date by its whole part, a Date/Time by all of it; a Time moves by milliseconds. */
function sum(left, right) {
    if (typeof left === "string" || typeof right === "string")
        return textOf(left) + textOf(right);
    if (left === null || right === null)
        return null;
    if (left instanceof ApexDecimal)
        return right instanceof ApexDecimal ? plain(left.plus(right)) : moved(right, left, "+");
    return right instanceof ApexDecimal ? moved(left, right, "+") : incorrect("+");
}
function difference(left, right) {
    if (left === null || right === null)
        return null;
    if (right instanceof ApexDecimal)
        return left instanceof ApexDecimal
            ? plain(left.minus(right))
            : moved(left, right.negate(), "-");
    if (left instanceof ApexDate && right instanceof ApexDate)
        return ApexDecimal.ofInteger(left.days - right.days);
    if (left instanceof ApexDatetime && right instanceof ApexDatetime)
        return plain(ApexDecimal.ofInteger(left.epochMs - right.epochMs).dividedBy(MS_PER_DAY));
    if (left instanceof ApexTime && right instanceof ApexTime)
        return ApexDecimal.ofInteger(new ApexTime(left.ms - right.ms).ms);
    return incorrect("-");
}
function moved(value, by, operator) {
    if (value instanceof ApexDate)
        return value.addDays(Number(by.toBigInt()));
    if (value instanceof ApexDatetime)
        return value.addMs(Number(by.times(MS_PER_DAY).setScale(0, "HALF_UP").toBigInt()));
    if (value instanceof ApexTime)
        return new ApexTime(value.ms + Number(by.toBigInt()));
    return incorrect(operator);
}
function product(operator, left, right) {
    if (left === null || right === null)
        return null;
    if (!(left instanceof ApexDecimal) || !(right instanceof ApexDecimal))
        return incorrect(operator);
    if (operator === "*")
        return plain(left.times(right));
    if (operator === "^")
        return power(left, right);
    if (right.isZero)
        throw new FormulaUndefined("division by zero");
    return plain(left.dividedBy(right));
}
function incorrect(operator) {
    throw new FormulaFailure(`Incorrect argument type for operator '${operator}'.`);
}
