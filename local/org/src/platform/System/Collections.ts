/** List, Set and Map. Source: Apex Reference, "List Class", "Set Class", "Map Class". */
import { equalValues } from "../../runtime/equality.ts";
import { raise, raiseNullArgument } from "../../runtime/exception.ts";
import { ApexList } from "../../runtime/list.ts";
import { ApexMap } from "../../runtime/map.ts";
import { ApexObject, callMethod, type ClassDefinition } from "../../runtime/object.ts";
import { ApexSet } from "../../runtime/set.ts";
import { SObjectValue } from "../../runtime/sobject.ts";
import { ObjectToken } from "../../runtime/tokens.ts";
import { transaction } from "../../runtime/transaction.ts";
import { stored } from "../../runtime/operations/list-store.ts";
import { widened } from "../../runtime/operations/conversions.ts";
import { iterate } from "../../runtime/operations/collections.ts";
import { OBJECT, type RuntimeType } from "../../runtime/type.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { compareValues } from "../sort-order.ts";
import { ApexIterator } from "./Iterator.ts";
import { hashOf } from "./Object.ts";
import { cloneRecord } from "../record-clone.ts";

function deepClone(
  value: unknown,
  keepId: boolean,
  keepTimestamps: boolean,
  keepAutonumber: boolean,
): unknown {
  return value instanceof SObjectValue
    ? cloneRecord(value, {
        keepId,
        keepReadonlyTimestamps: keepTimestamps,
        keepAutonumber,
      })
    : value;
}

function objectToken(element: RuntimeType): ObjectToken | null {
  if (element.kind !== "sobject" || element.name === "SObject") return null;
  const describe = transaction().host.schema.object(element.name);
  return describe === undefined ? null : new ObjectToken(describe);
}

function sort(list: ApexList, comparator?: unknown): void {
  const compare = comparator === undefined ? compareValues : comparison(comparator);
  const sorted = [...list.items].sort(compare);
  list.items.splice(0, list.items.length, ...sorted);
}

/** Elements are compared as what the comparator takes: Integers as Longs, for one. */
function comparison(comparator: unknown): (a: unknown, b: unknown) => number {
  if (!(comparator instanceof ApexObject)) return raiseNullArgument;
  const compared = comparedBy(comparator.$class);
  const asCompared = (element: unknown): unknown =>
    typeof element === "string" ? element : widened(element, compared);
  return (a, b) =>
    Number(callMethod(comparator, "System.Comparator.compare", asCompared(a), asCompared(b)));
}

/** `T` of the Comparator<T> that the class, or what it extends, implements. */
function comparedBy(definition: ClassDefinition): RuntimeType {
  for (let each: ClassDefinition | null = definition; each !== null; each = each.superclass) {
    for (const type of each.interfaces) {
      const isComparator = type.kind === "platform" && type.name === "System.Comparator";
      if (isComparator) return type.arguments[0] ?? OBJECT;
    }
  }
  return OBJECT;
}

/** Any of a list, a set or a platform collection. */
function each(values: unknown): Iterable<unknown> {
  return values === null ? raiseNullArgument() : iterate(values);
}

export const listBehaviour = platformType({
  type: "List",
  implementation: ApexList,
  constructors: { new: () => raise("System.TypeException", "A list needs its element type") },
  methods: {
    "add(T)": (list: ApexList, value: unknown) => list.add(stored(list, value)),
    "add(Integer,T)": (list: ApexList, index: number, value: unknown) =>
      list.insertAt(index, stored(list, value)),
    addAll: (list: ApexList, values: unknown) => {
      list.addAll(Array.from(each(values), (value) => stored(list, value)));
    },
    clear: (list: ApexList) => list.clear(),
    contains: (list: ApexList, value: unknown) =>
      list.items.some((item) => equalValues(item, value)),
    indexOf: (list: ApexList, value: unknown) =>
      list.items.findIndex((item) => equalValues(item, value)),
    clone: (list: ApexList) => list.copy(),
    deepClone: (
      list: ApexList,
      keepId: boolean = false,
      keepTimestamps: boolean = false,
      keepAutonumber: boolean = false,
    ) =>
      new ApexList(
        list.element,
        list.items.map((item) => deepClone(item, keepId, keepTimestamps, keepAutonumber)),
      ),
    get: (list: ApexList, index: number | null) => list.get(index),
    set: (list: ApexList, index: number | null, value: unknown) => {
      list.set(index, stored(list, value));
    },
    getSObjectType: (list: ApexList) => objectToken(list.element),
    iterator: (list: ApexList) => new ApexIterator(list.items),
    isEmpty: (list: ApexList) => list.size === 0,
    remove: (list: ApexList, index: number) => list.removeAt(index),
    size: (list: ApexList) => list.size,
    sort,
    equals: equalValues,
    hashCode: hashOf,
  },
});

export const setBehaviour = platformType({
  type: "Set",
  implementation: ApexSet,
  methods: {
    add: (set: ApexSet, value: unknown) => set.add(value),
    addAll: (set: ApexSet, values: unknown) => {
      let changed = false;
      for (const value of [...each(values)]) if (set.add(value)) changed = true;
      return changed;
    },
    clear: (set: ApexSet) => set.clear(),
    clone: (set: ApexSet) => set.copy(),
    contains: (set: ApexSet, value: unknown) => set.has(value),
    containsAll: (set: ApexSet, values: unknown) =>
      [...each(values)].every((value) => set.has(value)),
    isEmpty: (set: ApexSet) => set.size === 0,
    iterator: (set: ApexSet) => new ApexIterator(set.values),
    remove: (set: ApexSet, value: unknown) => set.remove(value),
    removeAll: (set: ApexSet, values: unknown) =>
      [...each(values)].filter((value) => set.remove(value)).length > 0,
    retainAll: (set: ApexSet, values: unknown) => {
      const kept = new ApexSet(set.element, each(values));
      return set.values.filter((value) => !kept.has(value) && set.remove(value)).length > 0;
    },
    size: (set: ApexSet) => set.size,
    equals: equalValues,
    hashCode: hashOf,
  },
});

export const mapBehaviour = platformType({
  type: "Map",
  implementation: ApexMap,
  methods: {
    clear: (map: ApexMap) => map.clear(),
    clone: (map: ApexMap) => map.copy(),
    containsKey: (map: ApexMap, key: unknown) => map.has(key),
    deepClone: (map: ApexMap) =>
      new ApexMap(
        map.key,
        map.value,
        [...map.entries()].map(
          ([key, value]) => [key, deepClone(value, true, true, true)] as const,
        ),
      ),
    get: (map: ApexMap, key: unknown) => map.get(key),
    getSObjectType: (map: ApexMap) => objectToken(map.value),
    isEmpty: (map: ApexMap) => map.size === 0,
    keySet: (map: ApexMap) => map.keySet(),
    put: (map: ApexMap, key: unknown, value: unknown) => map.put(key, value),
    putAll: (map: ApexMap, from: unknown) => {
      if (from instanceof ApexMap)
        for (const [key, value] of from.entries()) map.put(key, widened(value, map.value));
      else map.putRecords(each(from));
    },
    remove: (map: ApexMap, key: unknown) => map.remove(key),
    size: (map: ApexMap) => map.size,
    values: (map: ApexMap) => map.valueList(),
    equals: equalValues,
    hashCode: hashOf,
  },
});
