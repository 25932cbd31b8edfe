import { distinctKey } from "./aggregate-function.js";
/** Source: SOQL and SOSL Reference, GROUP BY, GROUP BY ROLLUP, GROUP BY CUBE. */
export function groupRows(rows, kind, columns) {
    return groupingSets(kind, columns.length).flatMap((isGrouped) => groupsOf(rows, columns, isGrouped));
}
function groupsOf(rows, columns, isGrouped) {
    const groups = new Map();
    for (const row of rows) {
        const keys = columns.map((column, index) => isGrouped[index] === true ? column.read(row) : null);
        const key = JSON.stringify(columns.map((column, index) => distinctKey(column.kind, keys[index] ?? null)));
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, { rows: [row], keys });
        else
            group.rows.push(row);
    }
    return [...groups.values()].map((group) => ({ ...group, isGrouped }));
}
function groupingSets(kind, count) {
    const all = Array.from({ length: count }, () => true);
    switch (kind) {
        case "plain":
            return [all];
        case "rollup":
            return Array.from({ length: count + 1 }, (_, left) => all.map((_value, index) => index < count - left));
        case "cube":
            return Array.from({ length: 2 ** count }, (_, left) => all.map((_value, index) => (left & (1 << (count - 1 - index))) === 0));
    }
}
