import type { TypeValue } from "../../runtime/type-value.ts";
export type CacheKind = "org" | "session";
/** Unless put says otherwise. Source: Apex Reference, `MAX_TTL_SECS`: 48 hours in the org's cache, 8 in a session's. */
export declare const LONGEST_SECONDS: Readonly<Record<CacheKind, number>>;
export declare class PartitionValue {
    #private;
    readonly kind: CacheKind;
    /** Without its namespace. */
    readonly name: string;
    constructor(kind: CacheKind, name: string);
    get qualifiedName(): string;
    /** A session's cache is there only where a session is. */
    get isAvailable(): boolean;
    get keys(): string[];
    contains(key: string): boolean;
    get(key: string): unknown;
    put(key: string, value: unknown, seconds?: number): void;
    remove(key: string): boolean;
    /** What the builder loads stays for the next time. */
    load(builder: TypeValue, key: string): unknown;
    unload(builder: TypeValue, key: string): boolean;
}
export declare class OrgPartitionValue extends PartitionValue {
}
export declare class SessionPartitionValue extends PartitionValue {
}
/** Letters and digits, up to 50. */
export declare function checkedKey(key: string): string;
/** `local.Name`, or `Name`. */
export declare function partitionNamed(kind: CacheKind, qualifiedName: string): PartitionValue;
/** `local.Partition.key`, or a key of the default partition. */
export declare function splitKey(kind: CacheKind, qualifiedKey: string): {
    readonly partition: PartitionValue;
    readonly key: string;
};
export declare function defaultPartition(kind: CacheKind): PartitionValue;
