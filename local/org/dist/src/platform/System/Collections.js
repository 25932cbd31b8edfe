/** List, Set and Map. Source: Apex Reference, "List Class", "Set Class", "Map Class". */
import { equalValues } from "../../runtime/equality.js";
import { raise, raiseNullArgument } from "../../runtime/exception.js";
import { ApexList } from "../../runtime/list.js";
import { ApexMap } from "../../runtime/map.js";
import { ApexObject, callMethod } from "../../runtime/object.js";
import { ApexSet } from "../../runtime/set.js";
import { SObjectValue } from "../../runtime/sobject.js";
import { ObjectToken } from "../../runtime/tokens.js";
import { transaction } from "../../runtime/transaction.js";
import { iterate } from "../../runtime/operations/collections.js";
import { platformType } from "../../runtime/behaviour.js";
import { compareValues } from "../sort-order.js";
import { ApexIterator } from "./Iterator.js";
import { hashOf } from "./Object.js";
import { cloneRecord } from "../record-clone.js";
function deepClone(value, keepId, keepTimestamps, keepAutonumber) {
    return value instanceof SObjectValue
        ? cloneRecord(value, {
            keepId,
            keepReadonlyTimestamps: keepTimestamps,
            keepAutonumber,
        })
        : value;
}
function objectToken(element) {
    if (element.kind !== "sobject" || element.name === "SObject")
        return null;
    const describe = transaction().host.schema.object(element.name);
    return describe === undefined ? null : new ObjectToken(describe);
}
function sort(list, comparator) {
    const compare = comparator === undefined
        ? compareValues
        : (a, b) => {
            if (!(comparator instanceof ApexObject))
                return raiseNullArgument();
            return Number(callMethod(comparator, "System.Comparator.compare", a, b));
        };
    const sorted = [...list.items].sort(compare);
    list.items.splice(0, list.items.length, ...sorted);
}
/** Any of a list, a set or a platform collection. */
function each(values) {
    return values === null ? raiseNullArgument() : iterate(values);
}
export const listBehaviour = platformType({
    type: "List",
    implementation: ApexList,
    constructors: { new: () => raise("System.TypeException", "A list needs its element type") },
    methods: {
        "add(T)": (list, value) => list.add(value),
        "add(Integer,T)": (list, index, value) => list.insertAt(index, value),
        addAll: (list, values) => list.addAll(each(values)),
        clear: (list) => list.clear(),
        contains: (list, value) => list.items.some((item) => equalValues(item, value)),
        indexOf: (list, value) => list.items.findIndex((item) => equalValues(item, value)),
        clone: (list) => list.copy(),
        deepClone: (list, keepId = false, keepTimestamps = false, keepAutonumber = false) => new ApexList(list.element, list.items.map((item) => deepClone(item, keepId, keepTimestamps, keepAutonumber))),
        get: (list, index) => list.get(index),
        set: (list, index, value) => {
            list.set(index, value);
        },
        getSObjectType: (list) => objectToken(list.element),
        iterator: (list) => new ApexIterator(list.items),
        isEmpty: (list) => list.size === 0,
        remove: (list, index) => list.removeAt(index),
        size: (list) => list.size,
        sort,
        equals: equalValues,
        hashCode: (list) => list.items.reduce((hash, item) => (Math.imul(31, hash) + hashOf(item)) | 0, 1),
    },
});
export const setBehaviour = platformType({
    type: "Set",
    implementation: ApexSet,
    methods: {
        add: (set, value) => set.add(value),
        addAll: (set, values) => {
            let changed = false;
            for (const value of [...each(values)])
                if (set.add(value))
                    changed = true;
            return changed;
        },
        clear: (set) => set.clear(),
        clone: (set) => set.copy(),
        contains: (set, value) => set.has(value),
        containsAll: (set, values) => [...each(values)].every((value) => set.has(value)),
        isEmpty: (set) => set.size === 0,
        iterator: (set) => new ApexIterator(set.values),
        remove: (set, value) => set.remove(value),
        removeAll: (set, values) => [...each(values)].filter((value) => set.remove(value)).length > 0,
        retainAll: (set, values) => {
            const kept = new ApexSet(set.element, each(values));
            return set.values.filter((value) => !kept.has(value) && set.remove(value)).length > 0;
        },
        size: (set) => set.size,
        equals: equalValues,
        hashCode: (set) => set.values.reduce((hash, value) => (hash + hashOf(value)) | 0, 0),
    },
});
export const mapBehaviour = platformType({
    type: "Map",
    implementation: ApexMap,
    methods: {
        clear: (map) => map.clear(),
        clone: (map) => map.copy(),
        containsKey: (map, key) => map.has(key),
        deepClone: (map) => new ApexMap(map.key, map.value, [...map.entries()].map(([key, value]) => [key, deepClone(value, true, true, true)])),
        get: (map, key) => map.get(key),
        getSObjectType: (map) => objectToken(map.value),
        isEmpty: (map) => map.size === 0,
        keySet: (map) => map.keySet(),
        put: (map, key, value) => map.put(key, value),
        putAll: (map, from) => {
            if (from instanceof ApexMap)
                for (const [key, value] of from.entries())
                    map.put(key, value);
            else
                map.putRecords(each(from));
        },
        remove: (map, key) => map.remove(key),
        size: (map) => map.size,
        values: (map) => map.valueList(),
        equals: equalValues,
        hashCode: (map) => [...map.entries()].reduce((hash, [key, value]) => (hash + (hashOf(key) ^ hashOf(value))) | 0, 0),
    },
});
