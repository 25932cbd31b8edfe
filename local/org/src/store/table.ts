import type { FieldDescribe, SObjectDescribe } from "../schema/schema.ts";
import { indexKey, isIndexed, isIndexedByTime } from "./index-key.ts";
import type { Row } from "./row.ts";
import { TimeIndex } from "./time-index.ts";

/** The ids under one key: most keys have one, which needs no set. */
type Filed = string | Set<string>;

/** The rows of one object with their indexes. Knows nothing of transactions: {@link RecordStore} keeps the undo log. */
export class Table {
  private readonly rowsById = new Map<string, Row>();
  private indexes = new Map<string, Map<string, Filed>>();
  private indexedFields: readonly FieldDescribe[] = [];
  private timeIndexes = new Map<string, TimeIndex>();
  /** Grows with every change, taken back or not: what was read at one version is good until the next. */
  version = 0;
  #liveSize = 0;

  constructor(describe: SObjectDescribe) {
    this.reshape(describe);
  }

  /** Files its rows by the fields the object has now. */
  reshape(describe: SObjectDescribe): void {
    const fields = [...describe.fields.values()];
    this.indexedFields = fields.filter((field) => field.type !== "id" && isIndexed(field));
    this.indexes = new Map(this.indexedFields.map(({ name }) => [name, new Map<string, Filed>()]));
    this.timeIndexes = new Map(
      fields.filter(isIndexedByTime).map(({ name }) => [name, new TimeIndex()]),
    );
    this.version += 1;
    for (const [id, row] of this.rowsById) this.refile(id, undefined, row);
  }

  get(id: string): Row | undefined {
    return this.rowsById.get(id);
  }

  /** In the order of insertion, which is the order of ids. */
  rows(): Iterable<Row> {
    return this.rowsById.values();
  }

  get size(): number {
    return this.rowsById.size;
  }

  /** Without what is in the recycle bin. */
  get liveSize(): number {
    return this.#liveSize;
  }

  hasIndex(fieldName: string): boolean {
    return this.indexes.has(fieldName);
  }

  /** Rows whose indexed field holds the key, deleted ones included. */
  *find(fieldName: string, key: string): Iterable<Row> {
    const filed = this.indexes.get(fieldName)?.get(key);
    if (filed === undefined) return;
    for (const id of typeof filed === "string" ? [filed] : filed) {
      const row = this.rowsById.get(id);
      if (row !== undefined) yield row;
    }
  }

  /** How many rows {@link find} would give. */
  count(fieldName: string, key: string): number {
    const filed = this.indexes.get(fieldName)?.get(key);
    return filed === undefined ? 0 : typeof filed === "string" ? 1 : filed.size;
  }

  /** The index of a field of times; undefined for a field that has none. */
  timeIndex(fieldName: string): TimeIndex | undefined {
    return this.timeIndexes.get(fieldName);
  }

  /** Puts a row, takes one out (undefined), and answers what stood there. */
  replace(id: string, row: Row | undefined): Row | undefined {
    this.version += 1;
    const before = this.rowsById.get(id);
    if (row === undefined) this.rowsById.delete(id);
    else this.rowsById.set(id, row);
    this.#liveSize += (row?.isDeleted === false ? 1 : 0) - (before?.isDeleted === false ? 1 : 0);
    this.refile(id, before, row);
    return before;
  }

  private refile(id: string, before: Row | undefined, after: Row | undefined): void {
    for (const field of this.indexedFields) {
      const oldValue = before?.values[field.name];
      const newValue = after?.values[field.name];
      if (oldValue === newValue) continue;
      const oldKey = indexKey(field, oldValue);
      const newKey = indexKey(field, newValue);
      if (oldKey === newKey) continue;
      const index = this.indexes.get(field.name);
      if (index === undefined) throw new Error(`no index on ${field.name}`);
      if (oldKey !== undefined) unfile(index, oldKey, id);
      if (newKey !== undefined) file(index, newKey, id);
    }
    for (const [name, index] of this.timeIndexes)
      index.move(id, before?.values[name], after?.values[name]);
  }
}

function file(index: Map<string, Filed>, key: string, id: string): void {
  const filed = index.get(key);
  if (filed === undefined) index.set(key, id);
  else if (typeof filed !== "string") filed.add(id);
  else if (filed !== id) index.set(key, new Set([filed, id]));
}

function unfile(index: Map<string, Filed>, key: string, id: string): void {
  const filed = index.get(key);
  if (filed === id) index.delete(key);
  else if (filed instanceof Set) {
    filed.delete(id);
    if (filed.size === 0) index.delete(key);
  }
}
