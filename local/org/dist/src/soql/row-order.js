import { comparable, compare } from "./comparison-kind.js";
import { QueryError } from "./query-error.js";
/**
 * Sorts by ORDER BY: nulls first unless told otherwise, texts without regard to case, picklists in the order of their values.
 * Source: SOQL and SOSL Reference, ORDER BY.
 */
export function orderRows(subjects, orderBy, operandOf) {
    if (orderBy.length === 0)
        return subjects;
    const orders = orderBy.map((order) => ({ ...order, key: sortKey(operandOf(order)) }));
    const keyed = subjects.map((subject) => ({
        subject,
        keys: orders.map((order) => order.key(subject)),
    }));
    keyed.sort((left, right) => {
        for (const [index, order] of orders.entries()) {
            const result = compareWithNulls(left.keys[index] ?? null, right.keys[index] ?? null, order);
            if (result !== 0)
                return result;
        }
        return 0;
    });
    return keyed.map(({ subject }) => subject);
}
function compareWithNulls(left, right, order) {
    if (left === null || right === null) {
        if (left === right)
            return 0;
        const nullsFirst = order.nulls !== "last";
        return (left === null) === nullsFirst ? -1 : 1;
    }
    const result = compare(left, right);
    return order.descending ? -result : result;
}
/** @throws QueryError */
export function checkSortable({ kind, field, name }) {
    if (kind !== "unfilterable" && field?.isSortable !== false)
        return;
    throw new QueryError("INVALID_FIELD", `field '${name}' can not be sorted in a query call`);
}
function sortKey(operand) {
    const { field } = operand;
    checkSortable(operand);
    if (field?.type === "picklist" && field.picklistValues.length > 0) {
        const ranks = new Map(field.picklistValues.map((value, rank) => [value.value.toLowerCase(), rank]));
        return (subject) => {
            const value = operand.read(subject);
            return typeof value === "string" ? (ranks.get(value.toLowerCase()) ?? ranks.size) : null;
        };
    }
    if (operand.kind === "caseSensitiveText") {
        return (subject) => {
            const value = operand.read(subject);
            return typeof value === "string" ? value.toLowerCase() : null;
        };
    }
    return (subject) => comparable(operand.kind, operand.read(subject));
}
