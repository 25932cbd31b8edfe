/** Cached values are serialised by the platform: whoever reads one has a copy of their own. Values that never change are shared. */
import { ApexList } from "../../runtime/list.js";
import { ApexMap } from "../../runtime/map.js";
import { ApexObject } from "../../runtime/object.js";
import { ApexSet } from "../../runtime/set.js";
import { SObjectValue } from "../../runtime/sobject.js";
export function detachedCopy(value) {
    return copyOf(value, new Map());
}
/** `copies` keeps objects that meet themselves, or each other twice, the same in the copy. */
function copyOf(value, copies) {
    if (typeof value !== "object" || value === null)
        return value;
    const known = copies.get(value);
    if (known !== undefined)
        return known;
    if (value instanceof ApexList) {
        const copy = new ApexList(value.element);
        copies.set(value, copy);
        copy.addAll(value.items.map((item) => copyOf(item, copies)));
        return copy;
    }
    if (value instanceof ApexSet)
        return new ApexSet(value.element, value.values.map((item) => copyOf(item, copies)));
    if (value instanceof ApexMap)
        return new ApexMap(value.key, value.value, [...value.entries()].map(([key, item]) => [copyOf(key, copies), copyOf(item, copies)]));
    if (value instanceof SObjectValue)
        return value.copy();
    return value instanceof ApexObject ? objectCopy(value, copies) : value;
}
function objectCopy(object, copies) {
    // The prototype of an object is an object.
    const copy = Object.create(Object.getPrototypeOf(object));
    copies.set(object, copy);
    for (const [key, value] of Object.entries(object))
        Reflect.set(copy, key, copyOf(value, copies));
    return copy;
}
