/** Schema.SObjectType and Schema.SObjectField. Source: Apex Reference, "Schema Namespace". */
import { randomUUID } from "node:crypto";
import { SObjectValue } from "../../runtime/sobject.js";
import { FieldDescribeResult, FieldToken, ObjectDescribeResult, ObjectToken, } from "../../runtime/tokens.js";
import { defaultOf } from "../../dml/field-default.js";
import { transaction } from "../../runtime/transaction.js";
import { platformType } from "../../runtime/behaviour.js";
import { isFullDescribe } from "./describe-options.js";
function newRecord(token, id, loadDefaults) {
    const record = new SObjectValue(token.describe);
    if (id !== null)
        record.values.set(id.startsWith("012") ? "RecordTypeId" : "Id", id);
    if (loadDefaults && token.describe.kind === "platformEvent")
        record.values.set("EventUuid", randomUUID());
    if (loadDefaults)
        for (const [name, value] of defaultsOf(token))
            record.values.set(name, value);
    return record;
}
function defaultsOf(token) {
    return [...token.describe.fields.values()].flatMap((field) => {
        const value = defaultOf(field);
        return value === undefined ? [] : [[field.name, value]];
    });
}
export const objectTokenBehaviour = platformType({
    type: "Schema.SObjectType",
    implementation: ObjectToken,
    methods: {
        getDescribe: (token, options = null) => new ObjectDescribeResult(token.describe, isFullDescribe(options)),
        newSObject: (token, id = null, loadDefaults = false) => newRecord(token, id, loadDefaults === true),
    },
});
export const fieldTokenBehaviour = platformType({
    type: "Schema.SObjectField",
    implementation: FieldToken,
    methods: { getDescribe: (token) => new FieldDescribeResult(token.describe) },
});
/** The token of a field of an object; null when it has no such field. */
export function fieldTokenOf(object, field) {
    const describe = transaction().host.schema.object(object)?.fields.get(field.toLowerCase());
    return describe === undefined ? null : new FieldToken(describe);
}
export function objectTokenOf(object) {
    const describe = transaction().host.schema.object(object);
    return describe === undefined ? null : new ObjectToken(describe);
}
