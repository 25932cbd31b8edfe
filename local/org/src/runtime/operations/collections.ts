/** Collections as the language makes and walks them. */
import { raiseNullPointer, raise } from "../exception.ts";
import { enumsOf } from "../enums.ts";
import { ApexList } from "../list.ts";
import { ApexMap } from "../map.ts";
import { ApexObject, callMethod } from "../object.ts";
import { ApexSet } from "../set.ts";
import type { ApexEnum } from "../enum.ts";
import type { RuntimeType } from "../type.ts";
import { shortTypeName } from "../type.ts";
import { TypeValue } from "../type-value.ts";

function isApexIterable(value: unknown): value is Iterable<unknown> {
  return value instanceof ApexList || value instanceof ApexSet;
}

/** Of a list, a set, a platform iterable (a JavaScript one) or a project class that implements Iterable. */
export function* iterate(source: unknown): Generator<unknown, void, undefined> {
  if (source instanceof ApexObject) {
    yield* walkIterator(callMethod(source, "System.Iterable.iterator"));
  } else if (typeof source === "object" && source !== null && Symbol.iterator in source) {
    // Platform iterables are JavaScript iterables.
    yield* source as Iterable<unknown>;
  } else {
    raiseNullPointer();
  }
}

function* walkIterator(iterator: unknown): Generator<unknown, void, undefined> {
  if (iterator instanceof ApexObject) {
    while (callMethod(iterator, "System.Iterator.hasNext") === true)
      yield callMethod(iterator, "System.Iterator.next");
  } else if (typeof iterator === "object" && iterator !== null && Symbol.iterator in iterator) {
    // Platform iterators are JavaScript iterables over what is left.
    yield* iterator as Iterable<unknown>;
  } else {
    raiseNullPointer();
  }
}

/** A list of no list is empty: QTest of apexfarm/ApexLINQ stands on it. A set or a map of nothing is none. */
function copyOf(type: RuntimeType, source: unknown): unknown {
  if (source === null && type.kind === "list") return new ApexList(type.element, []);
  if (source === null) raiseNullPointer();
  switch (type.kind) {
    case "list":
      return new ApexList(type.element, [...iterate(source)]);
    case "set":
      return new ApexSet(type.element, iterate(source));
    case "map": {
      if (source instanceof ApexMap) return new ApexMap(type.key, type.value, source.entries());
      const map = new ApexMap(type.key, type.value);
      if (isApexIterable(source)) map.addRecords(source);
      return map;
    }
    default:
      throw new Error(`${shortTypeName(type)} is no collection`);
  }
}

export const collectionOperations = {
  newList: (element: RuntimeType, items: unknown[]): ApexList => new ApexList(element, items),
  newSet: (element: RuntimeType, values: unknown[]): ApexSet => new ApexSet(element, values),
  newMap: (
    key: RuntimeType,
    value: RuntimeType,
    entries: readonly (readonly [unknown, unknown])[],
  ): ApexMap => new ApexMap(key, value, entries),
  copyCollection: copyOf,
  sizedList(element: RuntimeType, size: number | null): ApexList {
    if (size === null) raiseNullPointer();
    if (size < 0) raise("System.ListException", `List size must be positive: ${size}`);
    return new ApexList(
      element,
      Array.from({ length: size }, () => null),
    );
  },
  iterate,
  *batchesOf200(rows: ApexList): Generator<ApexList, void, undefined> {
    for (let start = 0; start < rows.size; start += 200)
      yield new ApexList(rows.element, rows.items.slice(start, start + 200));
  },
  enumValues(type: RuntimeType): ApexList {
    return new ApexList(type, [...enumsOf(type).constants]);
  },
  enumValueOf(type: RuntimeType, name: string | null): ApexEnum {
    if (name === null) raiseNullPointer();
    const constant = enumsOf(type).find(name);
    if (constant === undefined)
      raise("System.NoSuchElementException", `No enum constant ${shortTypeName(type)}.${name}`);
    return constant;
  },
  classLiteral: (type: RuntimeType): TypeValue => new TypeValue(type),
} as const;
