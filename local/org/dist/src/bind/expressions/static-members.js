import { SOBJECT_FIELD, SOBJECT_TYPE, sobjectType } from "../../types/well-known.js";
import { mention } from "../body-context.js";
import { checkBehaviour } from "../gaps.js";
import { fieldNamed, platformFieldNamed } from "../members.js";
import { fail } from "../report.js";
import { innerClass } from "../type-names.js";
import { staticField } from "./fields.js";
/** @returns null when the type has no such static member */
export function staticMember(type, name, at, context) {
    switch (type.kind) {
        case "class":
            return classMember(type.symbol, name, at, context);
        case "sobject":
            return objectMember(type.name, name, at, context);
        default:
            return platformMember(type, name, at, context);
    }
}
function value(expression) {
    return { kind: "value", expression };
}
function classMember(symbol, name, at, context) {
    mention(context, symbol);
    const constant = enumConstant(symbol, name, at);
    if (constant !== null)
        return value(constant);
    const type = { kind: "class", symbol };
    const field = fieldNamed(name, type, context.compilation);
    if (field?.isStatic === true)
        return value(staticField(field, at, context));
    const inner = innerClass(symbol, name);
    if (inner !== null)
        return { kind: "type", type: { kind: "class", symbol: inner } };
    if (field !== undefined) {
        fail(at, `Non static field cannot be referenced from a static context: ${name} from the type ${symbol.qualifiedName}`);
    }
    return null;
}
export function enumConstant(symbol, name, at) {
    const key = name.toLowerCase();
    const constant = symbol.enumConstants.find((candidate) => candidate.toLowerCase() === key);
    return constant === undefined
        ? null
        : { kind: "enumConstant", symbol, name: constant, type: { kind: "class", symbol }, at };
}
function platformMember(type, name, at, context) {
    const constant = platformEnumConstant(type, name, at, context);
    if (constant !== null)
        return value(constant);
    const field = platformFieldNamed(name, type, context.compilation);
    if (field === undefined)
        return null;
    // The stubs do not mark every constant static (Cache.Org.MAX_TTL_SECS).
    checkBehaviour(field.owner, field.signature.name, true, at, context);
    return value({
        kind: "platformField",
        target: null,
        owner: field.owner,
        name: field.signature.name,
        isSafe: false,
        type: field.type,
        at,
    });
}
export function platformEnumConstant(type, name, at, context) {
    if (type.kind !== "platform")
        return null;
    const platform = context.compilation.catalog.find(type.name);
    const key = name.toLowerCase();
    const constant = platform?.enumConstants.find((candidate) => candidate.toLowerCase() === key);
    return platform === undefined || constant === undefined
        ? null
        : { kind: "platformEnumConstant", owner: platform.name, name: constant, type, at };
}
/** `Account.SObjectType`, `Account.Name`, and `Contact.Account` on the way to `Contact.Account.Name`. */
function objectMember(objectName, name, at, context) {
    const key = name.toLowerCase();
    if (key === "sobjecttype") {
        return value({ kind: "objectToken", object: objectName, type: SOBJECT_TYPE, at });
    }
    const object = context.compilation.schema.object(objectName);
    if (object === undefined)
        return null;
    const field = object.fields.get(key);
    if (field !== undefined) {
        return value({
            kind: "fieldToken",
            object: object.name,
            field: field.name,
            type: SOBJECT_FIELD,
            at,
        });
    }
    const [parent] = object.parentRelationships.get(key)?.referenceTo ?? [];
    return parent === undefined ? null : { kind: "type", type: sobjectType(parent) };
}
