/** One partition of a platform cache as code holds it, and how its name is found in a key. Source: Apex Reference, "Cache.Partition Class". */
import { raise } from "../../runtime/exception.js";
import { callMethod, ApexObject } from "../../runtime/object.js";
import { transaction } from "../../runtime/transaction.js";
import { newInstanceOf } from "../System/Type.js";
import { liveKeys, readEntry, segmentOf, writeEntry } from "./cache-store.js";
import { detachedCopy } from "./detached-copy.js";
const HOUR_SECONDS = 3600;
/** Unless put says otherwise. Source: Apex Reference, `MAX_TTL_SECS`: 48 hours in the org's cache, 8 in a session's. */
export const LONGEST_SECONDS = {
    org: 48 * HOUR_SECONDS,
    session: 8 * HOUR_SECONDS,
};
const DEFAULT_SECONDS = {
    org: 24 * HOUR_SECONDS,
    session: 8 * HOUR_SECONDS,
};
const LONGEST_KEY = 50;
export class PartitionValue {
    kind;
    /** Without its namespace. */
    name;
    constructor(kind, name) {
        this.kind = kind;
        this.name = name;
    }
    get qualifiedName() {
        return `local.${this.name}`;
    }
    get #segment() {
        return segmentOf(this.kind, this.name);
    }
    /** A session's cache is there only where a session is. */
    get isAvailable() {
        return this.kind === "org" || !transaction().isAsynchronous;
    }
    get keys() {
        return liveKeys(this.#segment);
    }
    contains(key) {
        return readEntry(this.#segment, checkedKey(key)) !== undefined;
    }
    get(key) {
        return detachedCopy(readEntry(this.#segment, checkedKey(key))?.value ?? null);
    }
    put(key, value, seconds = DEFAULT_SECONDS[this.kind]) {
        if (value === null)
            raise("Cache.InvalidParamException", "Cache value cannot be null");
        if (seconds < 1 || seconds > LONGEST_SECONDS[this.kind])
            raise("Cache.InvalidParamException", `Invalid time-to-live: ${seconds}`);
        writeEntry(this.#segment, checkedKey(key), value, seconds);
    }
    remove(key) {
        return this.#segment.delete(checkedKey(key));
    }
    /** What the builder loads stays for the next time. */
    load(builder, key) {
        const cached = readEntry(this.#segment, builderKey(builder, key));
        if (cached !== undefined)
            return detachedCopy(cached.value);
        const instance = newInstanceOf(builder.type);
        if (!(instance instanceof ApexObject) || !instance.$class.ancestors.has("cache.cachebuilder"))
            raise("Cache.InvalidCacheBuilderException", `${builder.name} does not implement Cache.CacheBuilder`);
        const value = callMethod(instance, "Cache.CacheBuilder.doLoad", key);
        if (value !== null)
            writeEntry(this.#segment, builderKey(builder, key), value, DEFAULT_SECONDS[this.kind]);
        return value;
    }
    unload(builder, key) {
        return this.#segment.delete(builderKey(builder, key));
    }
}
export class OrgPartitionValue extends PartitionValue {
}
export class SessionPartitionValue extends PartitionValue {
}
function builderKey(builder, key) {
    return `${builder.name} ${checkedKey(key)}`;
}
/** Letters and digits, up to 50. */
export function checkedKey(key) {
    if (!/^[a-zA-Z0-9]+$/.test(key) || key.length > LONGEST_KEY)
        raise("Cache.InvalidParamException", `Invalid cache key '${key}': only alphanumeric characters, at most ${LONGEST_KEY}`);
    return key;
}
const EXCEPTIONS = {
    org: "Cache.Org.OrgCacheException",
    session: "Cache.Session.SessionCacheException",
};
/** `local.Name`, or `Name`. */
export function partitionNamed(kind, qualifiedName) {
    const name = qualifiedName.split(".").at(-1) ?? qualifiedName;
    const known = transaction().host.schema.cachePartitions.find((partition) => partition.name.toLowerCase() === name.toLowerCase());
    if (known === undefined)
        raise(EXCEPTIONS[kind], `Cache partition ${qualifiedName} does not exist`);
    return create(kind, known.name);
}
function create(kind, name) {
    return kind === "org" ? new OrgPartitionValue(kind, name) : new SessionPartitionValue(kind, name);
}
/** `local.Partition.key`, or a key of the default partition. */
export function splitKey(kind, qualifiedKey) {
    const parts = qualifiedKey.split(".");
    const key = parts.at(-1) ?? qualifiedKey;
    return {
        partition: parts.length > 1
            ? partitionNamed(kind, parts.slice(0, -1).join("."))
            : defaultPartition(kind),
        key,
    };
}
export function defaultPartition(kind) {
    const partition = transaction().host.schema.cachePartitions.find(({ isDefault }) => isDefault);
    if (partition === undefined)
        return raise(EXCEPTIONS[kind], "No default cache partition is defined");
    return create(kind, partition.name);
}
