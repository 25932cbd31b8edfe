/**
 * The hash table under Set and Map: insertion order, keys equal as Apex has them (strings by case, numbers by value, records
 * and collections by content, project objects by their own equals and hashCode, else by identity).
 */
import { charge } from "./heap/charge.js";
import { equalObjects, hashKeyOf, userHash } from "./equality.js";
export class HashIndex {
    #entries = new Map();
    /** Of project objects with a hashCode of their own: how many probes a hash may need. */
    #probes = new Map();
    get size() {
        return this.#entries.size;
    }
    find(key) {
        return this.#entries.get(this.#slotOf(key));
    }
    has(key) {
        return this.#entries.has(this.#slotOf(key));
    }
    /** The value it replaces; undefined where the key is new. An existing key keeps its place and its own identity. */
    set(key, value) {
        const slot = this.#slotOf(key);
        const entry = this.#entries.get(slot);
        if (entry !== undefined) {
            const previous = entry.value;
            entry.value = value;
            return previous;
        }
        this.#entries.set(slot, { key, value });
        charge(24);
        return undefined;
    }
    delete(key) {
        const slot = this.#slotOf(key);
        const entry = this.#entries.get(slot);
        if (entry !== undefined)
            this.#entries.delete(slot);
        return entry;
    }
    clear() {
        this.#entries.clear();
        this.#probes.clear();
    }
    entries() {
        return this.#entries.values();
    }
    *keys() {
        for (const entry of this.#entries.values())
            yield entry.key;
    }
    #slotOf(key) {
        const hash = userHash(key);
        if (hash === null)
            return hashKeyOf(key);
        const probes = this.#probes.get(hash) ?? 0;
        let vacant = null;
        for (let probe = 0; probe < probes; probe += 1) {
            const slot = `\u0000user:${hash}:${probe}`;
            const entry = this.#entries.get(slot);
            if (entry === undefined)
                vacant ??= slot;
            else if (equalObjects(key, entry.key))
                return slot;
        }
        if (vacant !== null)
            return vacant;
        this.#probes.set(hash, probes + 1);
        return `\u0000user:${hash}:${probes}`;
    }
}
