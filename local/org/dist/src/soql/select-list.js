import { formattedValue } from "./formatted-value.js";
import { describeOf, resolveFieldPath } from "./field-path.js";
import { malformed, noSuchParent, QueryError } from "./query-error.js";
import { RecordShape } from "./record-shape.js";
import { labelOf } from "./row-scope.js";
/** The SELECT list of a query that is not grouped. @throws QueryError */
export function selectShape(items, scope, planChildren) {
    const shape = new RecordShape();
    checkDistinct(items);
    for (const item of items) {
        switch (item.kind) {
            case "field":
                addField(shape, item, scope);
                break;
            case "function":
                addFunction(shape, item, scope);
                break;
            case "subquery":
                shape.addChildren(planChildren(item.query));
                break;
            case "typeof":
                addTypeof(shape, item, scope);
                break;
            case "fields":
                for (const field of fieldsOf(scope.describe, item.of))
                    shape.addPath(scope.path([field.name]));
                break;
        }
    }
    return shape;
}
/** Source: SOQL and SOSL Reference, SELECT: "duplicate field selected". */
function checkDistinct(items) {
    const seen = new Set();
    for (const item of items) {
        if (item.kind !== "field")
            continue;
        const path = item.path.join(".");
        if (seen.has(path.toLowerCase()))
            throw new QueryError("INVALID_FIELD", `duplicate field selected: ${path}`);
        seen.add(path.toLowerCase());
    }
}
function addField(shape, item, scope) {
    if (item.alias !== null)
        throw malformed("only aggregate expressions use field aliasing");
    shape.addPath(scope.path(item.path));
}
function addFunction(shape, item, scope) {
    const [argument] = item.arguments;
    if (argument === undefined)
        throw malformed(`unexpected token: '${item.name}'`);
    const operand = scope.operand(argument);
    switch (item.name) {
        case "TOLABEL":
            shape.addExtra(item.alias ?? operand.name, (row) => labelOf(operand, operand.read(row)));
            return;
        case "FORMAT": {
            const { locale, timeZone } = scope.context;
            shape.addExtra(item.alias ?? operand.name, (row) => formattedValue(operand.field, operand.read(row), locale, timeZone));
            return;
        }
        case "CONVERTCURRENCY":
            shape.addExtra(item.alias ?? operand.name, operand.read);
            return;
        default: {
            const whole = scope.operand({
                kind: "function",
                name: item.name,
                arguments: item.arguments,
                at: item.at,
            });
            shape.addExtra(item.alias ?? operand.name, whole.read);
        }
    }
}
function addTypeof(shape, item, scope) {
    const relationship = item.relationship.at(-1) ?? "";
    const steps = lookupSteps(item.relationship, scope);
    const last = steps.at(-1);
    if (last === undefined)
        throw noSuchParent(relationship);
    for (const { object, fields } of item.when) {
        const describe = describeOf(scope.context.schema, object);
        shape.addTypeBranch(steps, describe.name, fields.map((path) => resolveFieldPath(scope.context.schema, describe, path, new Map())));
    }
    const general = last.referenceTo.map((name) => describeOf(scope.context.schema, name));
    const name = describeOf(scope.context.schema, "Name");
    const paths = item.otherwise.map((path) => {
        const [first = ""] = path;
        const known = general.find((describe) => describe.fields.has(first.toLowerCase()) ||
            describe.parentRelationships.has(first.toLowerCase()));
        return resolveFieldPath(scope.context.schema, known ?? name, path, new Map());
    });
    shape.addTypeBranch(steps, null, paths);
}
function lookupSteps(relationships, scope) {
    return scope.path([...relationships, "Id"]).steps;
}
function fieldsOf(describe, of) {
    return [...describe.fields.values()].filter((field) => of === "ALL" || field.isCustom === (of === "CUSTOM"));
}
