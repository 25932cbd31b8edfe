/**
 * An object as it comes out of a queue. System.enqueueJob, Database.executeBatch and System.schedule serialize the job: what is done to it,
 * or to what it refers to, afterwards is done to another object, and its transient fields are lost.
 * Sources: Apex Developer Guide, "transient"; salesforce.stackexchange.com 248282 (the copy), 385673 (what cannot be serialized).
 */
import { ApexException, raise } from "./exception.ts";
import { uncharged } from "./heap/charge.ts";
import { ApexList } from "./list.ts";
import { ApexMap } from "./map.ts";
import { ApexObject, type ClassDefinition } from "./object.ts";
import { runtimeTypeOf } from "./runtime-type-of.ts";
import { ApexSet } from "./set.ts";
import { SObjectValue } from "./sobject.ts";
import { typeName } from "./type.ts";

const NOT_SERIALIZABLE: ReadonlySet<string> = new Set(["System.Version"]);

/** What one object refers to twice is one object in the copy too. Throws System.SerializationException. */
export function serializedCopy<Value>(value: Value): Value {
  const copies = new Map<object, object>();
  // The copy has the type of what it is a copy of.
  return uncharged(() => copyOf(value, copies)) as Value;
}

function copyOf(value: unknown, copies: Map<object, object>): unknown {
  if (typeof value !== "object" || value === null) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  if (value instanceof ApexList) return copyOfList(value, copies);
  if (value instanceof ApexSet) return copyOfSet(value, copies);
  if (value instanceof ApexMap) return copyOfMap(value, copies);
  if (value instanceof SObjectValue) return copyOfRecord(value, copies);
  if (value instanceof ApexObject) return copyOfObject(value, copies);
  const name = typeName(runtimeTypeOf(value));
  if (NOT_SERIALIZABLE.has(name))
    raise("System.SerializationException", `Not Serializable: ${name}`);
  return value;
}

function copyOfList(list: ApexList, copies: Map<object, object>): ApexList {
  const copy = new ApexList(list.element);
  copies.set(list, copy);
  for (const item of list.items) copy.items.push(copyOf(item, copies));
  return copy;
}

function copyOfSet(set: ApexSet, copies: Map<object, object>): ApexSet {
  const copy = new ApexSet(set.element);
  copies.set(set, copy);
  for (const { key } of set.index.entries()) copy.add(copyOf(key, copies));
  return copy;
}

/** A map that finds its keys otherwise, such as that of an object's fields, is the platform's own. */
function copyOfMap(map: ApexMap, copies: Map<object, object>): ApexMap {
  if (Object.getPrototypeOf(map) !== ApexMap.prototype) return map;
  const copy = new ApexMap(map.key, map.value);
  copies.set(map, copy);
  for (const [key, value] of map.entries()) copy.put(copyOf(key, copies), copyOf(value, copies));
  return copy;
}

function copyOfRecord(record: SObjectValue, copies: Map<object, object>): SObjectValue {
  const copy = record.copy();
  copies.set(record, copy);
  for (const [name, parent] of record.parents)
    copy.parents.set(name, parent === null ? null : copyOfRecordOnce(parent, copies));
  for (const [name, children] of record.children) {
    const list = new ApexList<SObjectValue>(children.element);
    for (const child of children.items) list.items.push(copyOfRecordOnce(child, copies));
    copy.children.set(name, list);
  }
  return copy;
}

function copyOfRecordOnce(record: SObjectValue, copies: Map<object, object>): SObjectValue {
  const known = copies.get(record);
  return known instanceof SObjectValue ? known : copyOfRecord(record, copies);
}

/** The platform's own objects, exceptions and stubs stay what they are. */
function copyOfObject(object: ApexObject, copies: Map<object, object>): ApexObject {
  const { $class: definition } = object;
  if (definition.isPlatform || object instanceof ApexException || isStub(object)) return object;
  // Of the object's class, as its prototype is.
  const copy = Object.create(Object.getPrototypeOf(object) as object) as ApexObject;
  copies.set(object, copy);
  const isTransient = transientKeys(definition);
  for (const [key, value] of Object.entries(object))
    Reflect.set(copy, key, isTransient.has(key) ? null : copyOf(value, copies));
  return copy;
}

/** A stub's class is its own property: to the platform it is of a class made for it. */
function isStub(object: ApexObject): boolean {
  return Object.hasOwn(object, "$class");
}

function transientKeys(definition: ClassDefinition): ReadonlySet<string> {
  const keys = new Set<string>();
  for (let each: ClassDefinition | null = definition; each !== null; each = each.superclass)
    for (const { key, isTransient } of each.fields)
      // A property with accessors is kept in a slot behind them.
      if (isTransient) keys.add(key).add(`$slot${key}`);
  return keys;
}
