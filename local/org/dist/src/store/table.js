import { indexKey, isIndexed } from "./index-key.js";
/** The rows of one object with their indexes. Knows nothing of transactions: {@link RecordStore} keeps the undo log. */
export class Table {
    rowsById = new Map();
    indexes = new Map();
    indexedFields;
    /** Grows with every change, taken back or not: what was read at one version is good until the next. */
    version = 0;
    constructor(describe) {
        this.indexedFields = [...describe.fields.values()].filter((field) => field.type !== "id" && isIndexed(field));
        for (const field of this.indexedFields)
            this.indexes.set(field.name, new Map());
    }
    get(id) {
        return this.rowsById.get(id);
    }
    /** In the order of insertion, which is the order of ids. */
    rows() {
        return this.rowsById.values();
    }
    get size() {
        return this.rowsById.size;
    }
    hasIndex(fieldName) {
        return this.indexes.has(fieldName);
    }
    /** Rows whose indexed field holds the key, deleted ones included. */
    *find(fieldName, key) {
        for (const id of this.indexes.get(fieldName)?.get(key) ?? []) {
            const row = this.rowsById.get(id);
            if (row !== undefined)
                yield row;
        }
    }
    /** Puts a row, takes one out (undefined), and answers what stood there. */
    replace(id, row) {
        this.version += 1;
        const before = this.rowsById.get(id);
        if (row === undefined)
            this.rowsById.delete(id);
        else
            this.rowsById.set(id, row);
        this.refile(id, before, row);
        return before;
    }
    refile(id, before, after) {
        for (const field of this.indexedFields) {
            const oldKey = indexKey(field, before?.values[field.name]);
            const newKey = indexKey(field, after?.values[field.name]);
            if (oldKey === newKey)
                continue;
            const index = this.indexes.get(field.name);
            if (index === undefined)
                throw new Error(`no index on ${field.name}`);
            if (oldKey !== undefined) {
                const ids = index.get(oldKey);
                ids?.delete(id);
                if (ids?.size === 0)
                    index.delete(oldKey);
            }
            if (newKey === undefined)
                continue;
            const ids = index.get(newKey);
            if (ids === undefined)
                index.set(newKey, new Set([id]));
            else
                ids.add(id);
        }
    }
}
