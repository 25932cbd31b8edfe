import { aggregate, aggregateKind, checkAggregate, isAggregateFunction, } from "./aggregate-function.js";
import { malformed } from "./query-error.js";
/** What the names of a grouped query mean after the grouping: grouped columns, aggregates and their aliases. */
export class GroupScope {
    rows;
    columns;
    aliased;
    constructor(rows, columns, aliased) {
        this.rows = rows;
        this.columns = columns;
        this.aliased = aliased;
    }
    get environment() {
        return this.rows.environment;
    }
    operand(operand) {
        if (operand.kind === "literal")
            throw malformed(`unexpected token: '${operand.value}'`);
        if (operand.kind === "function" && isAggregateFunction(operand.name))
            return this.aggregateOperand(operand);
        if (operand.kind === "function" && operand.name === "GROUPING")
            return this.groupingOperand(operand);
        const aliased = operand.kind === "field" && operand.path.length === 1
            ? this.aliased.get(operand.path[0]?.toLowerCase() ?? "")
            : undefined;
        if (aliased !== undefined && this.indexOf(operand) < 0)
            return this.operand(aliased);
        return this.columnOperand(operand);
    }
    subqueryValues(query) {
        throw malformed(`unexpected token: 'SELECT' (a semi-join on ${query.from[0]?.path.join(".") ?? ""} in HAVING)`);
    }
    aggregateOperand(item) {
        const [argument] = item.arguments;
        const operand = argument === undefined ? null : this.rows.operand(argument);
        checkAggregate(item.name, operand);
        return {
            name: `${item.name}(${operand?.name ?? ""})`,
            kind: aggregateKind(item.name, operand),
            field: null,
            read: (group) => aggregate(item.name, operand, group.rows),
        };
    }
    groupingOperand(item) {
        const index = item.arguments[0] === undefined ? -1 : this.indexOf(item.arguments[0]);
        if (index < 0)
            throw malformed("GROUPING needs a field of the GROUP BY clause");
        return {
            name: "GROUPING",
            kind: "number",
            field: null,
            read: (group) => (group.isGrouped[index] === true ? 0 : 1),
        };
    }
    columnOperand(operand) {
        const column = this.rows.operand(operand);
        const index = this.indexOf(operand);
        if (index < 0)
            throw malformed(`Field must be grouped or aggregated: ${column.name}`);
        const read = (group) => group.keys[index] ?? null;
        return { name: column.name, kind: column.kind, field: column.field, read };
    }
    indexOf(operand) {
        const wanted = signature(operand);
        return this.columns.findIndex((column) => signature(column) === wanted);
    }
}
function signature(operand) {
    switch (operand.kind) {
        case "field":
            return operand.path.join(".").toLowerCase();
        case "function":
            return `${operand.name}(${operand.arguments.map(signature).join(",")})`;
        case "literal":
            return JSON.stringify(operand.value);
    }
}
