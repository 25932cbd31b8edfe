import { transaction } from "../../runtime/transaction.js";
import { deserialize, unsupported } from "./deserialize.js";
import { refuseJson } from "./json-error.js";
export function deserializeObject(node, className, reading) {
    if (node.kind !== "object")
        return refuseJson("Malformed JSON: Expected '{' at the beginning of object");
    const object = freshInstance(className);
    const fields = fieldsByName(object.$class);
    const seen = new Set();
    for (const { name, value, boundary } of node.entries) {
        const field = fields.get(name.toLowerCase());
        if (field === undefined) {
            if (reading.isStrict)
                refuseJson(`Unknown field: ${className}.${name}`);
            continue;
        }
        if (seen.has(field.key))
            refuseJson(`Duplicate field: ${className}.${field.name}`);
        seen.add(field.key);
        if (field.isTransient || !field.isWritable)
            continue;
        Reflect.set(object, field.key, deserialize(value, field.type, reading, boundary));
    }
    return object;
}
function freshInstance(className) {
    const found = transaction().classes.find(className);
    if (found === undefined ||
        found.constructor_ === null ||
        found.definition.isAbstract ||
        found.definition.kind !== "class")
        return unsupported({ kind: "class", name: className });
    return new found.constructor_().$init();
}
function fromAncestorDown(definition) {
    return definition.superclass === null
        ? [definition]
        : [...fromAncestorDown(definition.superclass), definition];
}
const byClass = new WeakMap();
function fieldsByName(definition) {
    let fields = byClass.get(definition);
    if (fields === undefined) {
        fields = new Map(fromAncestorDown(definition).flatMap((of) => of.fields.map((field) => [field.name.toLowerCase(), field])));
        byClass.set(definition, fields);
    }
    return fields;
}
