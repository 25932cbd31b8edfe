export interface HashEntry {
    readonly key: unknown;
    value: unknown;
}
export declare class HashIndex {
    #private;
    get size(): number;
    find(key: unknown): HashEntry | undefined;
    has(key: unknown): boolean;
    /** The value it replaces; undefined where the key is new. An existing key keeps its place and its own identity. */
    set(key: unknown, value: unknown): unknown;
    delete(key: unknown): HashEntry | undefined;
    clear(): void;
    entries(): IterableIterator<HashEntry>;
    keys(): IterableIterator<unknown>;
}
