import { lowerFieldOrFunction } from "./query-operands.js";
import { lowerValue } from "./query-values.js";
import { optional, startOf, unknownConstruct } from "./tree.js";
/** A WHERE clause; unlike HAVING it admits FORMULA(). */
export function lowerWhere(tree, report) {
    const conditions = tree
        .whereConditionalExpression_list()
        .map((condition) => lowerWhereCondition(condition, report));
    return combine(tree, conditions);
}
function lowerWhereCondition(tree, report) {
    const nested = optional(tree.whereLogicalExpression());
    if (nested !== null)
        return lowerWhere(nested, report);
    const where = tree.whereFieldExpression();
    const field = optional(where.fieldExpression());
    if (field !== null)
        return lowerComparison(field, report);
    const at = startOf(where);
    report(at, "SOQL function is not supported: FORMULA", "gap");
    return {
        kind: "comparison",
        operand: { kind: "function", name: "FORMULA", arguments: [], at },
        operator: lowerOperator(where.comparisonOperator()),
        value: lowerValue(where.value(), report),
        at,
    };
}
export function lowerCondition(tree, report) {
    const conditions = tree
        .conditionalExpression_list()
        .map((condition) => lowerSimpleCondition(condition, report));
    return combine(tree, conditions);
}
function lowerSimpleCondition(tree, report) {
    const nested = optional(tree.logicalExpression());
    return nested === null
        ? lowerComparison(tree.fieldExpression(), report)
        : lowerCondition(nested, report);
}
function combine(tree, conditions) {
    const [only] = conditions;
    if (only === undefined)
        throw unknownConstruct(tree);
    if (optional(tree.NOT()) !== null)
        return { kind: "not", condition: only };
    if (conditions.length === 1)
        return only;
    return { kind: tree.SOQLAND_list().length > 0 ? "and" : "or", conditions };
}
function lowerComparison(tree, report) {
    return {
        kind: "comparison",
        operand: lowerFieldOrFunction(tree, report),
        operator: lowerOperator(tree.comparisonOperator()),
        value: lowerValue(tree.value(), report),
        at: startOf(tree),
    };
}
function lowerOperator(tree) {
    const orEqual = optional(tree.ASSIGN()) !== null;
    if (optional(tree.LT()) !== null)
        return orEqual ? "<=" : "<";
    if (optional(tree.GT()) !== null)
        return orEqual ? ">=" : ">";
    if (orEqual)
        return "=";
    if (optional(tree.LIKE()) !== null)
        return "LIKE";
    if (optional(tree.IN()) !== null)
        return optional(tree.NOT()) === null ? "IN" : "NOT IN";
    if (optional(tree.INCLUDES()) !== null)
        return "INCLUDES";
    return optional(tree.EXCLUDES()) === null ? "!=" : "EXCLUDES";
}
