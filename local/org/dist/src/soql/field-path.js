import { noSuchColumn, noSuchObject, noSuchParent } from "./query-error.js";
import { textColumn } from "./query-column.js";
/** Source: SOQL and SOSL Reference, Understanding Relationship Query Limitations. */
const MAX_PARENT_STEPS = 5;
/** @throws QueryError for a relationship or a field that does not exist. */
export function resolveFieldPath(schema, describe, path, aliases) {
    const expanded = expandAlias(describe, path, aliases);
    const fieldName = expanded.at(-1) ?? "";
    const relationships = expanded.slice(0, -1);
    if (relationships.length > MAX_PARENT_STEPS) {
        throw noSuchParent(relationships.join("."));
    }
    const steps = [];
    let candidates = [describe];
    for (const relationship of relationships) {
        const step = firstDefined(candidates, (candidate) => candidate.parentRelationships.get(relationship.toLowerCase()));
        if (step === undefined)
            throw noSuchParent(relationship);
        steps.push(step);
        candidates = step.referenceTo.map((name) => describeOf(schema, name));
    }
    const field = firstDefined(candidates, (candidate) => candidate.fields.get(fieldName.toLowerCase()));
    const object = candidates.length === 1 ? (candidates[0]?.name ?? describe.name) : "Name";
    if (field !== undefined)
        return { steps, field, object };
    if (candidates.length > 1 && fieldName.toLowerCase() === "type")
        return { steps, field: TYPE_OF_TARGET, object };
    throw noSuchColumn(fieldName, object);
}
export function describeOf(schema, name) {
    const describe = schema.object(name);
    if (describe === undefined)
        throw noSuchObject(name);
    return describe;
}
function expandAlias(describe, path, aliases) {
    const [first, ...rest] = path;
    if (first === undefined || rest.length === 0)
        return path;
    const aliased = aliases.get(first.toLowerCase());
    if (aliased !== undefined)
        return [...aliased, ...rest];
    const isOwnName = first.toLowerCase() === describe.name.toLowerCase();
    return isOwnName && !describe.parentRelationships.has(first.toLowerCase()) ? rest : path;
}
function firstDefined(items, find) {
    for (const item of items) {
        const found = find(item);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** `Owner.Type`: the API name of the object behind a polymorphic lookup. No object has it as a field. */
export const TYPE_OF_TARGET = textColumn("Name", "Type");
