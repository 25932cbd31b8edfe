/** The type of a value while it runs, and whether it conforms to another. */
import { ApexBlob } from "./blob.js";
import { ApexDate } from "./date.js";
import { ApexDatetime } from "./datetime.js";
import { ApexDecimal } from "./decimal.js";
import { ApexDouble } from "./double.js";
import { ApexEnum } from "./enum.js";
import { ApexList } from "./list.js";
import { ApexMap } from "./map.js";
import { ApexObject } from "./object.js";
import { implementationOf, platformTypeOf } from "./platform-classes.js";
import { ApexSet } from "./set.js";
import { SObjectValue } from "./sobject.js";
import { ApexTime } from "./time.js";
import { listOf, mapOf, OBJECT, platformTypeNamed, primitive, sameRuntimeType, setOf, sobjectType, } from "./type.js";
import { toId18 } from "./id.js";
import { transaction } from "./transaction.js";
/** null has no type: OBJECT. */
export function runtimeTypeOf(value) {
    switch (typeof value) {
        case "string":
            return primitive("String");
        case "number":
            return primitive("Integer");
        case "bigint":
            return primitive("Long");
        case "boolean":
            return primitive("Boolean");
        case "object":
            return value === null ? OBJECT : typeOfObject(value);
        default:
            return OBJECT;
    }
}
function typeOfObject(value) {
    if (value instanceof ApexObject)
        return value.$class.isPlatform
            ? platformTypeNamed(value.$class.name)
            : { kind: "class", name: value.$class.name };
    if (value instanceof SObjectValue)
        return sobjectType(value.describe.name);
    if (value instanceof ApexList)
        return listOf(value.element);
    if (value instanceof ApexSet)
        return setOf(value.element);
    if (value instanceof ApexMap)
        return mapOf(value.key, value.value);
    if (value instanceof ApexDecimal)
        return primitive("Decimal");
    if (value instanceof ApexDouble)
        return primitive("Double");
    if (value instanceof ApexDate)
        return primitive("Date");
    if (value instanceof ApexDatetime)
        return primitive("Datetime");
    if (value instanceof ApexTime)
        return primitive("Time");
    if (value instanceof ApexBlob)
        return primitive("Blob");
    if (value instanceof ApexEnum)
        return value.type;
    const name = platformTypeOf(value);
    return name === undefined ? OBJECT : platformTypeNamed(name);
}
/** `value instanceof type`; null is an instance of nothing. */
export function isInstance(value, type) {
    if (value === null || value === undefined)
        return false;
    switch (type.kind) {
        case "object":
            return true;
        case "primitive":
            return isPrimitive(value, type.name);
        case "class":
            return value instanceof ApexObject
                ? value.$class.ancestors.has(type.name.toLowerCase())
                : value instanceof ApexEnum && sameRuntimeType(value.type, type);
        case "platform":
            return isPlatformInstance(value, type.name);
        case "sobject":
            return (value instanceof SObjectValue &&
                (type.name === "SObject" || value.describe.name === type.name));
        case "list":
            return value instanceof ApexList && isConformant(value.element, type.element);
        case "set":
            return value instanceof ApexSet && isContained(value.element, type.element);
        case "map":
            return (value instanceof ApexMap &&
                isContained(value.key, type.key) &&
                isContained(value.value, type.value));
    }
}
function isPrimitive(value, name) {
    const own = runtimeTypeOf(value);
    if (own.kind !== "primitive")
        return false;
    if (own.name === name)
        return true;
    switch (name) {
        case "Id":
            return typeof value === "string" && value.length >= 15 && toId18(value) !== null;
        case "Long":
            return own.name === "Integer";
        case "Datetime":
            return own.name === "Date";
        case "Double":
        case "Decimal":
            return (own.name === "Integer" ||
                own.name === "Long" ||
                own.name === "Double" ||
                own.name === "Decimal");
        default:
            return false;
    }
}
function isPlatformInstance(value, name) {
    if (value instanceof ApexObject)
        return value.$class.ancestors.has(name.toLowerCase());
    if (value instanceof ApexEnum)
        return value.type.kind === "platform" && value.type.name.toLowerCase() === name.toLowerCase();
    if (value instanceof ApexList || value instanceof ApexSet)
        return name === "Iterable" || name === "System.Iterable";
    const implementation = implementationOf(name);
    return implementation !== undefined && value instanceof implementation;
}
/** Types of elements: records of one object fit a list of SObject and the other way round; anything fits Object. */
export function isConformant(from, to) {
    if (to.kind === "object" || sameRuntimeType(from, to))
        return true;
    if (from.kind === "sobject" && to.kind === "sobject")
        return to.name === "SObject" || from.name === "SObject";
    if (from.kind === "list" && to.kind === "list")
        return isConformant(from.element, to.element);
    if (from.kind === "set" && to.kind === "set")
        return isContained(from.element, to.element);
    if (from.kind === "map" && to.kind === "map")
        return isContained(from.key, to.key) && isContained(from.value, to.value);
    if (from.kind === "primitive" && to.kind === "primitive")
        return ((from.name === "Id" && to.name === "String") || (from.name === "String" && to.name === "Id"));
    return (from.kind === "class" &&
        (transaction().classes.find(from.name)?.definition.ancestors.has(nameOf(to)) ?? false));
}
/** Of sets and maps: texts are not taken for ids, `Set<String>` is no `Set<Id>`. */
function isContained(from, to) {
    const isText = from.kind === "primitive" && from.name === "String";
    return isText && to.kind === "primitive" ? from.name === to.name : isConformant(from, to);
}
function nameOf(type) {
    return type.kind === "class" || type.kind === "platform" ? type.name.toLowerCase() : "";
}
