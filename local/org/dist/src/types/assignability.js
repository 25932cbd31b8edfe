import { numericOf, widens } from "./numeric.js";
import { sameType } from "./same-type.js";
const AS_IT_IS = { isAssignable: true, conversion: null };
const NOT_ASSIGNABLE = { isAssignable: false };
export function assignability(from, to, hierarchy, purpose) {
    if (from.kind === "void" || to.kind === "void" || to.kind === "null")
        return NOT_ASSIGNABLE;
    if (from.kind === "null" || sameType(from, to))
        return AS_IT_IS;
    if (to.kind === "object")
        return purpose === "strict" ? NOT_ASSIGNABLE : AS_IT_IS;
    if (from.kind === "primitive") {
        return to.kind === "primitive" ? primitiveAssignability(from, to, purpose) : NOT_ASSIGNABLE;
    }
    return isReferenceAssignable(from, to, hierarchy, purpose) ? AS_IT_IS : NOT_ASSIGNABLE;
}
export function isAssignable(from, to, hierarchy, purpose) {
    return assignability(from, to, hierarchy, purpose).isAssignable;
}
function primitiveAssignability(from, to, purpose) {
    const [fromNumber, toNumber] = [numericOf(from), numericOf(to)];
    if (fromNumber !== null && toNumber !== null) {
        if (purpose === "strict" && (fromNumber === "Double" || toNumber === "Double")) {
            return NOT_ASSIGNABLE;
        }
        if (!widens(fromNumber, toNumber))
            return NOT_ASSIGNABLE;
        return {
            isAssignable: true,
            conversion: { kind: "numeric", from: fromNumber, to: toNumber },
        };
    }
    switch (`${from.name}→${to.name}`) {
        case "Id→String":
            return AS_IT_IS;
        case "String→Id":
            return purpose === "strict"
                ? NOT_ASSIGNABLE
                : { isAssignable: true, conversion: { kind: "stringToId" } };
        case "Date→Datetime":
            return { isAssignable: true, conversion: { kind: "dateToDatetime" } };
        default:
            return NOT_ASSIGNABLE;
    }
}
function isReferenceAssignable(from, to, hierarchy, purpose) {
    if (from.kind === "sobject")
        return to.kind === "sobject" && to.name === "SObject";
    if (from.kind === "list" && to.kind === "list") {
        return isElementAssignable(from.element, to.element, hierarchy, true);
    }
    if (from.kind === "set" && to.kind === "set") {
        return (purpose !== "assignment" && isElementAssignable(from.element, to.element, hierarchy, true));
    }
    if (from.kind === "map" && to.kind === "map") {
        return (isElementAssignable(from.key, to.key, hierarchy, false) &&
            isElementAssignable(from.value, to.value, hierarchy, false));
    }
    if (to.kind === "class") {
        return hierarchy.supertypesOf(from).some((ancestor) => sameType(ancestor, to));
    }
    return to.kind === "platform" && isPlatformAssignable(from, to, hierarchy);
}
function isPlatformAssignable(from, to, hierarchy) {
    // Batch jobs return a QueryLocator where Iterable<sObject> is declared.
    if (from.kind === "platform" && from.name === "Database.QueryLocator") {
        if (to.name === "System.Iterable")
            return true;
    }
    return hierarchy.supertypesOf(from).some((ancestor) => ancestor.kind === "platform" &&
        ancestor.name === to.name &&
        to.arguments.every((argument, index) => {
            const given = ancestor.arguments[index];
            if (given === undefined)
                return false;
            // Whatever an Iterable of Objects holds: its elements are checked when they are read.
            if (to.name === "System.Iterable" && given.kind === "object")
                return true;
            return isElementAssignable(given, argument, hierarchy, true);
        }));
}
/**
 * Collections are covariant when they are compiled and checked when they are filled. `narrowsRecords`: List<SObject> goes
 * where List<Account> is wanted, which maps do not allow.
 */
function isElementAssignable(from, to, hierarchy, narrowsRecords) {
    if (sameType(from, to) || to.kind === "object")
        return true;
    if (from.kind === "primitive") {
        return (to.kind === "primitive" &&
            ((from.name === "Id" && to.name === "String") || (from.name === "String" && to.name === "Id")));
    }
    if (narrowsRecords && from.kind === "sobject" && from.name === "SObject") {
        return to.kind === "sobject";
    }
    return isReferenceAssignable(from, to, hierarchy, "argument");
}
