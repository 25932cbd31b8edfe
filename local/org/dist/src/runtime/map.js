/** An Apex Map; iterates in insertion order. */
import { HashIndex } from "./hash-index.js";
import { ApexList } from "./list.js";
import { ApexSet } from "./set.js";
import { SObjectValue } from "./sobject.js";
import { raise } from "./exception.js";
export class ApexMap {
    key;
    value;
    index = new HashIndex();
    /** Trigger.newMap and Trigger.oldMap refuse changes. */
    isReadOnly = false;
    constructor(key, value, entries = []) {
        this.key = key;
        this.value = value;
        for (const [entryKey, entryValue] of entries)
            this.index.set(entryKey, entryValue);
    }
    get size() {
        return this.index.size;
    }
    has(key) {
        return this.index.has(key);
    }
    get(key) {
        const entry = this.index.find(key);
        // Only values of the value type are ever put.
        return entry === undefined ? null : entry.value;
    }
    /** The value it replaces, or null. */
    put(key, value) {
        this.#change();
        // Only values of the value type are ever put.
        return (this.index.set(key, value) ?? null);
    }
    remove(key) {
        this.#change();
        const entry = this.index.delete(key);
        // Only values of the value type are ever put.
        return entry === undefined ? null : entry.value;
    }
    clear() {
        this.#change();
        this.index.clear();
    }
    /** A live view: removing from it removes from the map. */
    keySet() {
        return new ApexSet(this.key, [], this.index);
    }
    valueList() {
        return new ApexList(this.value, [...this.entries()].map(([, value]) => value));
    }
    *entries() {
        // Only keys and values of the map's own types are ever put.
        for (const entry of this.index.entries())
            yield [entry.key, entry.value];
    }
    copy() {
        return new ApexMap(this.key, this.value, this.entries());
    }
    /** `new Map<Id, T>(records)`: every record must have an id. */
    addRecords(records) {
        let index = 0;
        for (const record of records) {
            if (idOf(record) === null)
                raise("System.ListException", `Row with null Id at index: ${index}`);
            this.index.set(idOf(record), record);
            index += 1;
        }
    }
    /** `putAll(records)`: one without an id is under the key null. */
    putRecords(records) {
        this.#change();
        for (const record of records)
            this.index.set(idOf(record), record);
    }
    #change() {
        if (this.isReadOnly)
            raise("System.FinalException", "Collection is read-only");
    }
}
function idOf(record) {
    return record instanceof SObjectValue ? record.id : null;
}
