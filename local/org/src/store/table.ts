import type { FieldDescribe, SObjectDescribe } from "../schema/schema.ts";
import { indexKey, isIndexed } from "./index-key.ts";
import type { Row } from "./row.ts";

/** The rows of one object with their indexes. Knows nothing of transactions: {@link RecordStore} keeps the undo log. */
export class Table {
  private readonly rowsById = new Map<string, Row>();
  private readonly indexes = new Map<string, Map<string, Set<string>>>();
  private readonly indexedFields: readonly FieldDescribe[];
  /** Grows with every change, taken back or not: what was read at one version is good until the next. */
  version = 0;

  constructor(describe: SObjectDescribe) {
    this.indexedFields = [...describe.fields.values()].filter(
      (field) => field.type !== "id" && isIndexed(field),
    );
    for (const field of this.indexedFields) this.indexes.set(field.name, new Map());
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

  hasIndex(fieldName: string): boolean {
    return this.indexes.has(fieldName);
  }

  /** Rows whose indexed field holds the key, deleted ones included. */
  *find(fieldName: string, key: string): Iterable<Row> {
    for (const id of this.indexes.get(fieldName)?.get(key) ?? []) {
      const row = this.rowsById.get(id);
      if (row !== undefined) yield row;
    }
  }

  /** Puts a row, takes one out (undefined), and answers what stood there. */
  replace(id: string, row: Row | undefined): Row | undefined {
    this.version += 1;
    const before = this.rowsById.get(id);
    if (row === undefined) this.rowsById.delete(id);
    else this.rowsById.set(id, row);
    this.refile(id, before, row);
    return before;
  }

  private refile(id: string, before: Row | undefined, after: Row | undefined): void {
    for (const field of this.indexedFields) {
      const oldKey = indexKey(field, before?.values[field.name]);
      const newKey = indexKey(field, after?.values[field.name]);
      if (oldKey === newKey) continue;
      const index = this.indexes.get(field.name);
      if (index === undefined) throw new Error(`no index on ${field.name}`);
      if (oldKey !== undefined) {
        const ids = index.get(oldKey);
        ids?.delete(id);
        if (ids?.size === 0) index.delete(oldKey);
      }
      if (newKey === undefined) continue;
      const ids = index.get(newKey);
      if (ids === undefined) index.set(newKey, new Set([id]));
      else ids.add(id);
    }
  }
}
