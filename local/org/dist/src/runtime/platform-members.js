import { findBehaviour, isExceptionType, isInterface } from "./behaviour-table.js";
import { platformExceptionClass } from "./exception.js";
import { charge } from "./heap/charge.js";
import { GapReached } from "./gap-reached.js";
import { ApexObject, callMethod, hasMethod } from "./object.js";
import { platformTypeOf } from "./platform-classes.js";
function missing(owner, member) {
    return new GapReached(`Not supported by the local org yet: ${owner}.${member}`);
}
function nameOf(signature) {
    return signature.split("(", 1)[0] ?? signature;
}
/** A behaviour found when first called: a unit loads though a member nobody reaches is missing. */
function lazily(find) {
    let found;
    return (...values) => (found ??= find())(...values);
}
export function staticMethod(owner, signature) {
    return charging(owner, findBehaviour(owner, "statics", signature) ??
        lazily(() => {
            throw missing(owner, signature);
        }));
}
/** Types whose methods make texts of any length. */
const TEXT_MAKERS = new Set("String Blob System.JSON System.JSONGenerator System.EncodingUtil System.HttpResponse System.Http".split(" "));
/** The texts such a method gives count against the heap. */
function charging(owner, behaviour) {
    if (!TEXT_MAKERS.has(owner))
        return behaviour;
    return (...values) => {
        const result = behaviour(...values);
        if (typeof result === "string")
            charge(result.length);
        return result;
    };
}
/** `super.getMessage()`: the platform's own, whatever the project overrides. */
export function superMethod(owner, signature) {
    return (findBehaviour(owner, "methods", signature) ??
        lazily(() => {
            throw missing(owner, signature);
        }));
}
/** Types whose methods project classes can implement or override. */
function isOpen(owner) {
    return owner === "Object" || isInterface(owner) || isExceptionType(owner) || !CLOSED.has(owner);
}
/** Values of these are never project objects. */
const CLOSED = new Set("String Integer Long Double Decimal Boolean Id Date Datetime Time Blob List Set Map SObject".split(" "));
export function method(owner, signature) {
    const direct = findBehaviour(owner, "methods", signature);
    if (!isOpen(owner) && direct !== undefined)
        return charging(owner, direct);
    const name = nameOf(signature);
    if (owner === "Enum" && direct !== undefined)
        return direct;
    const key = isInterface(owner) ? `${owner}.${name}` : name;
    const onPlatformValue = (receiver, ...values) => {
        const own = typeof receiver === "object" && receiver !== null ? platformTypeOf(receiver) : undefined;
        const behaviour = (own === undefined ? undefined : findBehaviour(own, "methods", signature)) ?? direct;
        if (behaviour === undefined)
            throw missing(own ?? owner, signature);
        return behaviour(receiver, ...values);
    };
    return charging(owner, (receiver, ...values) => {
        if (receiver instanceof ApexObject && hasMethod(receiver, key))
            return callMethod(receiver, key, ...values);
        return onPlatformValue(receiver, ...values);
    });
}
export function constructorOf(owner, signature) {
    const behaviour = findBehaviour(owner, "constructors", signature);
    if (behaviour !== undefined)
        return behaviour;
    if (isExceptionType(owner)) {
        const exceptionClass = platformExceptionClass(owner);
        return (first, second) => new exceptionClass().$exception(first, second);
    }
    return lazily(() => {
        throw missing(owner, signature);
    });
}
export function property(owner, table, name) {
    return (findBehaviour(owner, table, name) ??
        lazily(() => {
            throw missing(owner, name);
        }));
}
