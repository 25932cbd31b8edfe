import { comparisonKind } from "./comparison-kind.js";
import { dateFunction, isDateFunction } from "./date-function.js";
import { resolveFieldPath } from "./field-path.js";
import { malformed } from "./query-error.js";
import { pathReader } from "./row-reader.js";
/** What the names of a query on one object mean. */
export class RowScope {
    describe;
    context;
    aliases;
    access;
    semiJoin;
    constructor(describe, aliases, context, access, semiJoin) {
        this.describe = describe;
        this.aliases = aliases;
        this.context = context;
        this.access = access;
        this.semiJoin = semiJoin;
        access.readsObject(describe.name);
    }
    get environment() {
        return this.context;
    }
    /** Resolves a path and notes what it reads. */
    path(path) {
        const resolved = resolveFieldPath(this.context.schema, this.describe, path, this.aliases);
        for (const step of resolved.steps)
            this.access.readsField(step.object, step.name);
        if (resolved.object !== "Name")
            this.access.readsField(resolved.object, resolved.field.name);
        return resolved;
    }
    operand(operand) {
        switch (operand.kind) {
            case "field":
                return this.fieldOperand(operand.path);
            case "function":
                return this.functionOperand(operand.name, operand.arguments);
            case "literal":
                throw malformed(`unexpected token: '${operand.value}'`);
        }
    }
    subqueryValues(query, operand) {
        return this.semiJoin(query, operand);
    }
    fieldOperand(path) {
        const resolved = this.path(path);
        return {
            name: resolved.field.name,
            kind: comparisonKind(resolved.field),
            field: resolved.field,
            targets: resolved.field.type === "id" ? [resolved.object] : resolved.field.referenceTo,
            read: pathReader(this.context, resolved),
        };
    }
    functionOperand(name, operands) {
        const [argument] = operands;
        if (argument === undefined)
            throw malformed(`unexpected token: '${name}'`);
        if (isDateFunction(name))
            return this.dateOperand(name, argument);
        switch (name) {
            case "TOLABEL": {
                const inner = this.operand(argument);
                return {
                    name: inner.name,
                    kind: "text",
                    field: null,
                    read: (row) => labelOf(inner, inner.read(row)),
                };
            }
            case "CONVERTTIMEZONE":
            case "CONVERTCURRENCY":
            case "FORMAT":
                return this.operand(argument);
            default:
                throw malformed(`unexpected token: '${name}'`);
        }
    }
    dateOperand(name, argument) {
        const isLocal = argument.kind === "function" && argument.name === "CONVERTTIMEZONE";
        const inner = this.operand(argument);
        if (inner.kind !== "date" && inner.kind !== "datetime") {
            throw malformed(`field ${inner.name} does not support date functions`);
        }
        const timeZone = isLocal ? this.context.timeZone : "UTC";
        return {
            name: `${name}(${inner.name})`,
            kind: name === "DAY_ONLY" ? "date" : "number",
            field: null,
            read: (row) => dateFunction(name, inner.read(row), timeZone),
        };
    }
}
/** A picklist value's label; any other value as it is. */
export function labelOf(operand, value) {
    if (typeof value !== "string" || operand.field === null)
        return value;
    const labels = new Map(operand.field.picklistValues.map((entry) => [entry.value, entry.label]));
    return value
        .split(operand.field.type === "multipicklist" ? ";" : "\0")
        .map((word) => labels.get(word) ?? word)
        .join(";");
}
