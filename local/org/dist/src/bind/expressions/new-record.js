import { sobjectType } from "../../types/well-known.js";
import { assigned } from "../conversions.js";
import { fail, failAsGap } from "../report.js";
import { bindValue } from "./expression.js";
import { checkFieldWritable } from "./record-writability.js";
import { fieldType, parentType } from "./record-members.js";
/** `new Account(Name = 'x', Parent = new Account(External__c = 'y'))` */
export function bindNewRecord(expression, objectName, context) {
    const { at } = expression;
    const object = context.compilation.schema.object(objectName);
    if (object === undefined)
        fail(at, `Type cannot be constructed: ${objectName}`);
    if (expression.arguments.length > 0) {
        fail(at, `Type requires name=value pair construction: ${objectName}`);
    }
    const seen = new Set();
    const fields = expression.fields.map((field) => {
        const key = field.name.toLowerCase();
        if (seen.has(key))
            fail(field.at, `Duplicate field initialization: ${field.name}`);
        seen.add(key);
        return initializedField(field, object, context);
    });
    return { kind: "newRecord", object: object.name, fields, type: sobjectType(object.name), at };
}
/** Fields that hold a list of ids, where a record of this org holds single values. Source: Object Reference, "EmailMessage". */
const ID_LIST_FIELDS = new Set(["emailmessage.toids", "emailmessage.ccids", "emailmessage.bccids"]);
function initializedField({ name, value, at }, object, context) {
    const { hierarchy } = context.compilation;
    const key = name.toLowerCase();
    const bound = bindValue(value, context);
    const field = object.fields.get(key);
    if (field !== undefined) {
        checkFieldWritable(object, field, at);
        return {
            kind: "field",
            name: field.name,
            value: assigned(bound, fieldType(field), hierarchy, at),
        };
    }
    const parent = object.parentRelationships.get(key);
    if (parent === undefined || parent.relationshipName === null) {
        if (ID_LIST_FIELDS.has(`${object.name}.${name}`.toLowerCase()))
            failAsGap(at, `${object.name}.${name}`);
        fail(at, `Field does not exist: ${name} on ${object.name}`);
    }
    // Any record may be a polymorphic parent.
    const type = parent.referenceTo.length === 1 ? parentType(parent) : sobjectType("SObject");
    return {
        kind: "parent",
        name: parent.relationshipName,
        value: assigned(bound, type, hierarchy, at),
    };
}
