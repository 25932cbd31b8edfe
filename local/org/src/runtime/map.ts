/** An Apex Map; iterates in insertion order. */
import { HashIndex } from "./hash-index.ts";
import { ApexList } from "./list.ts";
import { ApexSet } from "./set.ts";
import { SObjectValue } from "./sobject.ts";
import type { RuntimeType } from "./type.ts";
import { raise } from "./exception.ts";
import { GapReached } from "./gap-reached.ts";

export class ApexMap<K = unknown, V = unknown> {
  readonly key: RuntimeType;
  readonly value: RuntimeType;
  readonly index: HashIndex;
  /** Trigger.newMap and Trigger.oldMap refuse changes. */
  isReadOnly = false;
  /** Stands for a map of narrower values, which a change would have to reach. */
  isWidenedCopy = false;

  /** @param entries of an index, those that it has now */
  constructor(
    key: RuntimeType,
    value: RuntimeType,
    entries: Iterable<readonly [K, V]> | HashIndex = [],
  ) {
    this.key = key;
    this.value = value;
    this.index = new HashIndex(entries instanceof HashIndex ? entries : null);
    if (entries instanceof HashIndex) return;
    for (const [entryKey, entryValue] of entries) this.index.set(entryKey, entryValue);
  }

  get size(): number {
    return this.index.size;
  }

  has(key: unknown): boolean {
    return this.index.has(key);
  }

  get(key: unknown): V | null {
    const entry = this.index.find(key);
    // Only values of the value type are ever put.
    return entry === undefined ? null : (entry.value as V);
  }

  /** The value it replaces, or null. */
  put(key: K, value: V): V | null {
    this.#change();
    // Only values of the value type are ever put.
    return (this.index.set(key, value) ?? null) as V | null;
  }

  remove(key: unknown): V | null {
    this.#change();
    const entry = this.index.delete(key);
    // Only values of the value type are ever put.
    return entry === undefined ? null : (entry.value as V);
  }

  clear(): void {
    this.#change();
    this.index.clear();
  }

  /** A live view: removing from it removes from the map. */
  keySet(): ApexSet<K> {
    return new ApexSet<K>(this.key, [], this.index);
  }

  valueList(): ApexList<V> {
    return new ApexList<V>(
      this.value,
      [...this.entries()].map(([, value]) => value),
    );
  }

  *entries(): Generator<readonly [K, V], void, undefined> {
    // Only keys and values of the map's own types are ever put.
    for (const entry of this.index.entries()) yield [entry.key as K, entry.value as V] as const;
  }

  copy(): ApexMap<K, V> {
    return new ApexMap<K, V>(this.key, this.value, this.entries());
  }

  /** `new Map<Id, T>(records)`: every record must have an id, and no other has it. */
  addRecords(records: Iterable<unknown>): void {
    let index = 0;
    for (const record of records) {
      const id = idOf(record);
      const refuse = (row: string): never =>
        raise("System.ListException", `${row} at index: ${index}`);
      if (record === null) refuse("Null row");
      if (id === null) refuse("Row with null Id");
      if (this.index.has(id)) refuse("Row with duplicate Id");
      this.index.set(id, record);
      index += 1;
    }
  }

  /** `putAll(records)`: one without an id is under the key null. */
  putRecords(records: Iterable<unknown>): void {
    this.#change();
    for (const record of records) this.index.set(idOf(record), record);
  }

  #change(): void {
    if (this.isReadOnly) raise("System.FinalException", "Collection is read-only");
    if (this.isWidenedCopy)
      throw new GapReached(
        "Not supported by the local org yet: changing a Map through a variable of wider values",
      );
  }
}

function idOf(record: unknown): string | null {
  return record instanceof SObjectValue ? record.id : null;
}
