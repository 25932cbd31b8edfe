import { SObjectValue } from "../runtime/sobject.js";
import { isAggregateFunction } from "./aggregate-function.js";
import { compileCondition } from "./condition.js";
import { GroupScope } from "./group-scope.js";
import { aggregateResultDescribe } from "./query-column.js";
import { malformed } from "./query-error.js";
import { groupRows } from "./row-group.js";
import { orderRows } from "./row-order.js";
export function isCountQuery(query) {
    const [item] = query.select;
    return (query.select.length === 1 &&
        item?.kind === "function" &&
        item.name === "COUNT" &&
        item.arguments.length === 0);
}
export function isAggregateQuery(query) {
    return (query.groupBy !== null ||
        query.select.some((item) => item.kind === "function" && isAggregateFunction(item.name)));
}
/** Groups rows into AggregateResults. @throws QueryError when the SELECT list holds what is neither grouped nor aggregated. */
export function aggregatePlan(query, rowScope) {
    const columns = groupColumns(query);
    const groupOperands = columns.map((column) => rowScope.operand(column));
    const scope = new GroupScope(rowScope, columns, aliasesOf(query));
    const results = resultColumns(query.select, scope);
    const describe = aggregateResultDescribe(results.map((column) => column.name));
    const having = query.having === null ? () => true : compileCondition(query.having, scope);
    return (rows) => {
        const kind = query.groupBy?.kind ?? "plain";
        const grouped = groupRows(rows, kind, groupOperands);
        // Aggregates over nothing are one row; groups of nothing are none.
        const groups = grouped.length === 0 && query.groupBy === null
            ? [{ rows: [], isGrouped: [], keys: [] }]
            : grouped;
        const ordered = orderRows(groups.filter(having), query.orderBy, (order) => scope.operand(order.operand));
        return ordered.map((group) => aggregateResult(describe, results, group));
    };
}
function groupColumns(query) {
    const aliased = aliasesOf(query);
    return (query.groupBy?.by ?? []).map((column) => column.kind === "field" && column.path.length === 1
        ? (aliased.get(column.path[0]?.toLowerCase() ?? "") ?? column)
        : column);
}
/** Lower-cased alias → what it stands for. */
function aliasesOf(query) {
    const aliases = new Map();
    for (const item of query.select) {
        if ((item.kind === "field" || item.kind === "function") && item.alias !== null)
            aliases.set(item.alias.toLowerCase(), operandOf(item));
    }
    return aliases;
}
function resultColumns(items, scope) {
    let unnamed = 0;
    return items.map((item) => {
        if (item.kind !== "field" && item.kind !== "function")
            throw malformed("Grouped query cannot use child relationships in the SELECT list");
        const operand = scope.operand(operandOf(item));
        if (item.alias !== null)
            return { name: item.alias, operand };
        if (item.kind === "field")
            return { name: operand.field?.name ?? operand.name, operand };
        const name = `expr${unnamed}`;
        unnamed += 1;
        return { name, operand };
    });
}
function operandOf(item) {
    return item.kind === "field"
        ? { kind: "field", path: item.path, at: item.at }
        : { kind: "function", name: item.name, arguments: item.arguments, at: item.at };
}
function aggregateResult(describe, columns, group) {
    const record = new SObjectValue(describe);
    for (const { name, operand } of columns)
        record.values.set(name, operand.read(group));
    return record;
}
