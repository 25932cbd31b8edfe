/** An Apex Map; iterates in insertion order. */
import { HashIndex } from "./hash-index.ts";
import { ApexList } from "./list.ts";
import { ApexSet } from "./set.ts";
import type { RuntimeType } from "./type.ts";
export declare class ApexMap<K = unknown, V = unknown> {
    #private;
    readonly key: RuntimeType;
    readonly value: RuntimeType;
    readonly index: HashIndex;
    /** Trigger.newMap and Trigger.oldMap refuse changes. */
    isReadOnly: boolean;
    constructor(key: RuntimeType, value: RuntimeType, entries?: Iterable<readonly [K, V]>);
    get size(): number;
    has(key: unknown): boolean;
    get(key: unknown): V | null;
    /** The value it replaces, or null. */
    put(key: K, value: V): V | null;
    remove(key: unknown): V | null;
    clear(): void;
    /** A live view: removing from it removes from the map. */
    keySet(): ApexSet<K>;
    valueList(): ApexList<V>;
    entries(): Generator<readonly [K, V], void, undefined>;
    copy(): ApexMap<K, V>;
    /** `new Map<Id, T>(records)`: every record must have an id. */
    addRecords(records: Iterable<unknown>): void;
    /** `putAll(records)`: one without an id is under the key null. */
    putRecords(records: Iterable<unknown>): void;
}
