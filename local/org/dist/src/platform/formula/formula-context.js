/** What the identifiers of a formula stand for: fields of a record or of an object, and `$` globals. */
import { ApexBlob } from "../../runtime/blob.js";
import { ApexDate } from "../../runtime/date.js";
import { ApexDatetime } from "../../runtime/datetime.js";
import { ApexDecimal } from "../../runtime/decimal.js";
import { ApexDouble } from "../../runtime/double.js";
import { ApexEnum } from "../../runtime/enum.js";
import { ApexObject } from "../../runtime/object.js";
import { SObjectValue } from "../../runtime/sobject.js";
import { ApexTime } from "../../runtime/time.js";
import { transaction } from "../../runtime/transaction.js";
/** An identifier that the context type does not have. */
export class UnknownIdentifier extends Error {
}
/** `value` is null while a formula is only checked. */
export function operandOf(identifier, type, value, blankAsZero) {
    const [first = "", ...rest] = identifier.split(".");
    if (first.startsWith("$"))
        return globalOperand(first.slice(1), rest.join("."), blankAsZero);
    return type.kind === "sobject"
        ? recordOperand(describeOf(type.name), [first, ...rest], value, blankAsZero)
        : objectOperand(type, [first, ...rest], value, blankAsZero);
}
function describeOf(name) {
    const describe = transaction().host.schema.object(name);
    if (describe === undefined)
        throw new UnknownIdentifier(name);
    return describe;
}
function recordOperand(describe, path, value, blankAsZero) {
    const [name = "", ...rest] = path;
    const record = value instanceof SObjectValue ? value : null;
    if (rest.length > 0) {
        const lookup = describe.parentRelationships.get(name.toLowerCase());
        const target = lookup?.referenceTo[0];
        if (lookup === undefined || target === undefined)
            throw new UnknownIdentifier(name);
        const parent = record?.parent(lookup.relationshipName ?? name) ?? null;
        return recordOperand(describeOf(target), rest, parent, blankAsZero);
    }
    const field = describe.fields.get(name.toLowerCase());
    if (field === undefined)
        throw new UnknownIdentifier(name);
    return {
        type: field.type,
        value: stored(record?.get(field.name)),
        blankAsZero,
    };
}
function objectOperand(type, path, value, blankAsZero) {
    const [name = "", ...rest] = path;
    const field = type.kind === "class" ? fieldNamed(type.name, name) : undefined;
    if (field === undefined)
        throw new UnknownIdentifier(name);
    const inner = value instanceof ApexObject ? Reflect.get(value, field.key) : null;
    if (rest.length === 0)
        return {
            type: fieldTypeOf(field.type),
            value: stored(inner),
            blankAsZero,
        };
    return field.type.kind === "sobject"
        ? recordOperand(describeOf(field.type.name), rest, inner, blankAsZero)
        : objectOperand(field.type, rest, inner, blankAsZero);
}
function fieldNamed(className, name) {
    const sought = name.toLowerCase();
    for (let of = transaction().classes.find(className)?.definition ?? null; of !== null; of = of.superclass) {
        const found = of.fields.find((field) => field.name.toLowerCase() === sought);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
const FIELD_TYPES = {
    Boolean: "boolean",
    Integer: "int",
    Long: "long",
    Double: "double",
    Decimal: "double",
    String: "string",
    Id: "id",
    Date: "date",
    Datetime: "datetime",
    Time: "time",
    Blob: "base64",
};
function fieldTypeOf(type) {
    return type.kind === "primitive" ? FIELD_TYPES[type.name] : "string";
}
function stored(value) {
    if (value === null || value === undefined)
        return null;
    if (value instanceof ApexEnum)
        return value.name;
    if (typeof value === "boolean" ||
        typeof value === "number" ||
        typeof value === "bigint" ||
        typeof value === "string" ||
        value instanceof ApexDecimal ||
        value instanceof ApexDouble ||
        value instanceof ApexDate ||
        value instanceof ApexDatetime ||
        value instanceof ApexTime ||
        value instanceof ApexBlob)
        return value;
    throw new UnknownIdentifier("a value that no formula takes");
}
/** `$User.Id`, `$Organization.Name`, `$Label.Greeting`, `$System.OriginDateTime`; permissions are those of the running user. */
function globalOperand(global, path, blankAsZero) {
    const value = globalValue(global.toLowerCase(), path);
    const type = typeof value === "boolean" ? "boolean" : value instanceof ApexDatetime ? "datetime" : "string";
    return { type, value, blankAsZero };
}
function globalValue(global, path) {
    const { host, user } = transaction();
    switch (global) {
        case "user": {
            const facts = {
                id: user.id,
                username: user.username,
                firstname: user.firstName,
                lastname: user.lastName,
                email: user.email,
                profileid: user.profileId,
                userroleid: user.roleId,
                usertype: user.userType,
                languagelocalekey: user.language,
                localesidkey: user.locale,
                timezonesidkey: user.timeZone,
            };
            return known(facts, `$User.${path}`, path);
        }
        case "organization":
            return known({ id: host.organization.id, name: host.organization.name }, `$Organization.${path}`, path);
        case "profile":
            return known({ id: user.profileId }, `$Profile.${path}`, path);
        case "userrole":
            return known({ id: user.roleId }, `$UserRole.${path}`, path);
        case "label": {
            const label = host.schema.labels.get(path.toLowerCase());
            if (label === undefined)
                throw new UnknownIdentifier(`$Label.${path}`);
            return label;
        }
        case "permission":
            return host.data.rights(user.id).hasCustomPermission(path);
        case "system":
            if (path.toLowerCase() === "origindatetime")
                return new ApexDatetime(Date.UTC(1900, 0, 1));
            throw new UnknownIdentifier(`$System.${path}`);
        default:
            throw new UnknownIdentifier(`$${global}.${path}`);
    }
}
function known(facts, identifier, name) {
    const fact = facts[name.toLowerCase()];
    if (fact === undefined)
        throw new UnknownIdentifier(identifier);
    return fact;
}
