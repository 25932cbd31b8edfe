import { compare, comparable } from "./comparison-kind.js";
import { bindValue, boundElements, filterValue, } from "./filter-value.js";
import { raiseNullPointer } from "../runtime/exception.js";
import { likePattern } from "./like-pattern.js";
import { malformed, QueryError } from "./query-error.js";
/**
 * A condition as a test. SOQL's logic has two values: null fails every ordering comparison, and `!=` and NOT IN hold for null.
 * Source: SOQL and SOSL Reference, Comparison Operators; Using null in a SOQL Query.
 */
export function compileCondition(condition, scope) {
    switch (condition.kind) {
        case "and": {
            const parts = condition.conditions.map((part) => compileCondition(part, scope));
            return (subject) => parts.every((part) => part(subject));
        }
        case "or": {
            const parts = condition.conditions.map((part) => compileCondition(part, scope));
            return (subject) => parts.some((part) => part(subject));
        }
        case "not": {
            const inner = compileCondition(condition.condition, scope);
            return (subject) => !inner(subject);
        }
        case "comparison":
            return compileComparison(scope.operand(condition.operand), condition.operator, condition.value, scope);
    }
}
function compileComparison(operand, operator, value, scope) {
    if (operand.kind === "unfilterable" || operand.field?.isFilterable === false)
        throw notFilterable(operand.name);
    const isOfCollection = value.kind === "bind" && boundElements(scope.environment.binds[value.bind]) !== null;
    switch (operator) {
        case "=":
            // `= :collection` means IN: what the platform does, though no document says so.
            if (isOfCollection)
                return oneOf(operand, valuesOf(operand, value, scope));
            return equals(operand, scalarOf(operand, value, scope));
        case "!=":
            if (isOfCollection)
                return negate(oneOf(operand, valuesOf(operand, value, scope)));
            return negate(equals(operand, scalarOf(operand, value, scope)));
        case "<":
        case "<=":
        case ">":
        case ">=":
            return ordered(operand, operator, scalarOf(operand, value, scope));
        case "LIKE":
            return like(operand, value, scope);
        case "IN":
            return oneOf(operand, listed(operand, value, scope));
        case "NOT IN":
            return negate(oneOf(operand, listed(operand, value, scope)));
        case "INCLUDES":
            return includes(operand, value, scope);
        case "EXCLUDES":
            return negate(includes(operand, value, scope));
    }
}
/** IN of a collection that is null: what EDA's tests expect of the platform. */
function refuseNullBind(value, scope) {
    if (value.kind === "bind" && (scope.environment.binds[value.bind] ?? null) === null)
        raiseNullPointer();
}
function notFilterable(name) {
    return new QueryError("INVALID_FIELD", `field '${name}' can not be filtered in a query call`);
}
function negate(predicate) {
    return (subject) => !predicate(subject);
}
function scalarOf(operand, value, scope) {
    return filterValue(value, operand, scope.environment);
}
function reader(operand) {
    return (subject) => comparable(operand.kind, operand.read(subject));
}
function equals(operand, value) {
    const read = reader(operand);
    if (value.kind === "range") {
        return (subject) => {
            const actual = read(subject);
            return typeof actual === "number" && actual >= value.start && actual < value.end;
        };
    }
    const wanted = value.value;
    if (wanted === null)
        return (subject) => isNull(read(subject));
    return (subject) => {
        const actual = read(subject);
        return actual !== null && compare(actual, wanted) === 0;
    };
}
function isNull(value) {
    return value === null || value === "";
}
function ordered(operand, operator, value) {
    if (operand.kind === "boolean" || operand.kind === "multipicklist") {
        throw new QueryError("INVALID_FIELD", `invalid operator on ${operand.kind} field: ${operand.name}`);
    }
    const read = reader(operand);
    const bound = boundary(operator, value);
    if (bound === null)
        return () => false;
    return (subject) => {
        const actual = read(subject);
        if (actual === null)
            return false;
        const order = compare(actual, bound.at);
        return bound.below
            ? order < 0 || (bound.inclusive && order === 0)
            : order > 0 || (bound.inclusive && order === 0);
    };
}
/** A date literal is a range: before it means before its start, up to it means before its end. */
function boundary(operator, value) {
    const below = operator === "<" || operator === "<=";
    if (value.kind === "scalar") {
        return value.value === null
            ? null
            : { at: value.value, below, inclusive: operator.endsWith("=") };
    }
    switch (operator) {
        case "<":
            return { at: value.start, below, inclusive: false };
        case "<=":
            return { at: value.end, below, inclusive: false };
        case ">":
            return { at: value.end, below, inclusive: true };
        case ">=":
            return { at: value.start, below, inclusive: true };
    }
}
function like(operand, value, scope) {
    if (operand.kind !== "text" && operand.kind !== "caseSensitiveText") {
        throw new QueryError("INVALID_QUERY_FILTER_OPERATOR", `invalid operator on ${operand.kind} field: ${operand.name}`);
    }
    const patterns = textsOf(value, scope).map((text) => likePattern(text, operand.kind === "text"));
    return (subject) => {
        const actual = operand.read(subject);
        return typeof actual === "string" && patterns.some((matches) => matches(actual));
    };
}
function textsOf(value, scope) {
    if (value.kind === "string")
        return [value.value];
    if (value.kind === "list")
        return value.values.flatMap((element) => textsOf(element, scope));
    if (value.kind !== "bind")
        throw malformed("LIKE needs a string");
    const bound = scope.environment.binds[value.bind];
    return (boundElements(bound) ?? [bound]).filter((element) => typeof element === "string");
}
/** What stands behind IN: values in parentheses, a semi-join or a bind. */
function listed(operand, value, scope) {
    refuseNullBind(value, scope);
    if (value.kind !== "list" && value.kind !== "subquery" && value.kind !== "bind")
        throw malformed("IN operator must be used with an iterable expression");
    return valuesOf(operand, value, scope);
}
/** The values of an IN list, in the form of the operand's kind. */
export function valuesOf(operand, value, scope) {
    if (value.kind === "list")
        return value.values.flatMap((element) => valuesOf(operand, element, scope));
    if (value.kind === "subquery")
        return scope.subqueryValues(value.query, operand);
    if (value.kind === "bind") {
        const elements = boundElements(scope.environment.binds[value.bind]);
        if (elements !== null)
            return elements.map((element) => bindValue(element, operand));
    }
    const single = scalarOf(operand, value, scope);
    if (single.kind === "range")
        throw malformed("a date literal cannot stand in a list");
    return [single.value];
}
function oneOf(operand, values) {
    const read = reader(operand);
    const simple = new Set(values.filter((value) => typeof value !== "object"));
    const exact = values.filter((value) => typeof value === "object" && value !== null);
    const matchesNull = values.includes(null);
    return (subject) => {
        const actual = read(subject);
        if (isNull(actual))
            return matchesNull;
        return ((typeof actual !== "object" && simple.has(actual)) ||
            exact.some((value) => compare(actual, value) === 0));
    };
}
function includes(operand, value, scope) {
    if (operand.kind !== "multipicklist") {
        throw new QueryError("INVALID_FIELD", `includes and excludes are only valid on multi-select picklists: ${operand.name}`);
    }
    const combinations = textsOf(value, scope).map((text) => text.toLowerCase().split(";"));
    return (subject) => {
        const actual = operand.read(subject);
        if (typeof actual !== "string")
            return false;
        const chosen = new Set(actual.toLowerCase().split(";"));
        return combinations.some((combination) => combination.every((word) => chosen.has(word)));
    };
}
