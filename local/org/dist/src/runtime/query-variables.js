/**
 * The variables a query text may bind by name (`Database.query('… = :name')`): those in scope where the call is written. The emitted
 * code says what they are for the length of the call.
 */
import { raise } from "./exception.js";
import { ApexObject } from "./object.js";
import { SObjectValue } from "./sobject.js";
let current = null;
export function withQueryVariables(variables, run) {
    const outer = current;
    current = variables;
    try {
        return run();
    }
    finally {
        current = outer;
    }
}
/**
 * The value of `name` or `name.path`.
 * Throws System.QueryException "Variable does not exist: name" where nothing in scope is called so.
 */
export function queryVariable(name) {
    const [first = "", ...path] = name.split(".");
    let value = current?.(first.toLowerCase());
    if (value === undefined)
        return raise("System.QueryException", `Variable does not exist: ${first}`);
    for (const step of path)
        value = member(value, step);
    return value;
}
function member(value, name) {
    const key = name.toLowerCase();
    if (value instanceof SObjectValue) {
        const field = value.describe.fields.get(key);
        if (field !== undefined)
            return value.get(field.name);
        const relationship = value.describe.parentRelationships.get(key)?.relationshipName;
        if (relationship !== undefined && relationship !== null)
            return value.parent(relationship);
    }
    if (value instanceof ApexObject) {
        for (let of = value.$class;;) {
            const field = of.fields.find((candidate) => candidate.name.toLowerCase() === key);
            if (field !== undefined)
                return Reflect.get(value, field.key);
            if (of.superclass === null)
                break;
            of = of.superclass;
        }
    }
    return raise("System.QueryException", `Variable does not exist: ${name}`);
}
