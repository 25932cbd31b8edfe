import { ApexDecimal } from "../runtime/decimal.js";
import { foldsCase } from "../store/index-key.js";
import { valuesOf } from "./condition.js";
/**
 * The rows a condition can hold for: found through an index when one of its AND-ed parts pins an indexed field to values, else all.
 * The condition itself is still tested on each.
 */
export function candidateRows(table, condition, scope) {
    for (const part of conjuncts(condition)) {
        const rows = indexedRows(table, part, scope);
        if (rows !== undefined)
            return rows;
    }
    return table.rows();
}
export function conjuncts(condition) {
    if (condition === null)
        return [];
    return condition.kind === "and" ? condition.conditions.flatMap(conjuncts) : [condition];
}
function indexedRows(table, condition, scope) {
    if (condition.kind !== "comparison" ||
        (condition.operator !== "=" && condition.operator !== "IN"))
        return undefined;
    if (condition.operand.kind !== "field" || condition.value.kind === "dateLiteral")
        return undefined;
    const path = scope.path(condition.operand.path);
    if (path.steps.length > 0)
        return undefined;
    const { field } = path;
    const isId = field.type === "id";
    if (!isId && !table.hasIndex(field.name))
        return undefined;
    const values = valuesOf(scope.operand(condition.operand), condition.value, scope);
    const keys = new Set();
    for (const value of values) {
        // Rows without a value are not filed.
        if (value === null)
            return undefined;
        keys.add(keyOf(value, foldsCase(field)));
    }
    return isId ? rowsById(table, keys) : rowsByKey(table, field.name, keys);
}
function keyOf(value, folds) {
    if (typeof value === "string")
        return folds ? value.toLowerCase() : value;
    if (typeof value === "number")
        return ApexDecimal.ofDouble(value).stripTrailingZeros().toPlainString();
    return typeof value === "object" ? value.stripTrailingZeros().toPlainString() : String(value);
}
function* rowsById(table, ids) {
    for (const id of [...ids].sort(compareIds)) {
        const row = table.get(id);
        if (row !== undefined)
            yield row;
    }
}
function* rowsByKey(table, fieldName, keys) {
    const rows = [...keys].flatMap((key) => [...table.find(fieldName, key)]);
    yield* rows.sort((left, right) => compareIds(left.id, right.id));
}
/** Ids order by their characters' codes: the order of insertion, as a scan gives it. */
function compareIds(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
}
