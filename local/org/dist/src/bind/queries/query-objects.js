import { fail } from "../report.js";
const WSDL = "Please reference your WSDL or the describe call for the appropriate names.";
/** @throws to the report: "sObject type 'X' is not supported. …" */
export function queryable(name, at, schema) {
    return (schema.object(name) ??
        fail(at, `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${WSDL}`));
}
/** `Contacts` of Account. */
export function childObject(relationship, parent, at, schema) {
    const child = parent.childRelationships.get(relationship.toLowerCase());
    if (child === undefined) {
        fail(at, `Didn't understand relationship '${relationship}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${WSDL}`);
    }
    return queryable(child.childObject, at, schema);
}
/**
 * The object whose field a path names: `Account.Owner.Name` of Contact is User's. null past a polymorphic relationship, whose fields
 * depend on the row.
 * @throws to the report: "No such column 'X' on entity 'Y'. …"
 */
export function objectOf(path, object, at, schema) {
    const [first, ...rest] = path;
    if (first === undefined)
        return object;
    if (rest.length === 0) {
        checkField(first, object, at);
        return object;
    }
    const parent = parentObject(first, object, at, schema);
    return parent === null ? null : objectOf(rest, parent, at, schema);
}
export function parentObject(relationship, object, at, schema) {
    const field = object.parentRelationships.get(relationship.toLowerCase());
    if (field === undefined) {
        fail(at, `Didn't understand relationship '${relationship}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${WSDL}`);
    }
    const [only, ...others] = field.referenceTo;
    return only === undefined || others.length > 0 ? null : (schema.object(only) ?? null);
}
function checkField(name, object, at) {
    if (object.fields.has(name.toLowerCase()))
        return;
    fail(at, `No such column '${name}' on entity '${object.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${WSDL}`);
}
