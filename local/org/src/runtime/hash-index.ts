/**
 * The hash table under Set and Map: insertion order, keys equal as Apex has them (strings by case, numbers by value, records
 * and collections by content, project objects by their own equals and hashCode, else by identity).
 */
import { charge } from "./heap/charge.ts";
import { equalObjects, hashKeyOf, userHash } from "./equality.ts";

export interface HashEntry {
  readonly key: unknown;
  value: unknown;
}

const ENTRY_BYTES = 24;

export class HashIndex {
  #entries = new Map<unknown, HashEntry>();
  /** Of project objects with a hashCode of their own: how many probes a hash may need. */
  #probes = new Map<number, number>();
  /** Whether the entries are another index's too: the first change takes a copy. */
  #isShared = false;

  /** @param source what it begins with */
  constructor(source: HashIndex | null = null) {
    if (source === null) return;
    this.#entries = source.#entries;
    this.#probes = source.#probes;
    this.#isShared = source.#isShared = true;
    charge(ENTRY_BYTES * source.size);
  }

  get size(): number {
    return this.#entries.size;
  }

  find(key: unknown): HashEntry | undefined {
    return this.#entries.get(this.#slotOf(key));
  }

  has(key: unknown): boolean {
    return this.#entries.has(this.#slotOf(key));
  }

  /** The value it replaces; undefined where the key is new. An existing key keeps its place and its own identity. */
  set(key: unknown, value: unknown): unknown {
    this.#own();
    const slot = this.#slotOf(key);
    const entry = this.#entries.get(slot);
    if (entry !== undefined) {
      const previous = entry.value;
      entry.value = value;
      return previous;
    }
    this.#entries.set(slot, { key, value });
    charge(ENTRY_BYTES);
    return undefined;
  }

  delete(key: unknown): HashEntry | undefined {
    this.#own();
    const slot = this.#slotOf(key);
    const entry = this.#entries.get(slot);
    if (entry !== undefined) this.#entries.delete(slot);
    return entry;
  }

  clear(): void {
    this.#own();
    this.#entries.clear();
    this.#probes.clear();
  }

  entries(): IterableIterator<HashEntry> {
    return this.#entries.values();
  }

  *keys(): IterableIterator<unknown> {
    for (const entry of this.#entries.values()) yield entry.key;
  }

  /** A list of its own. */
  keyList(): unknown[] {
    return Array.from(this.#entries.values(), ({ key }) => key);
  }

  #own(): void {
    if (!this.#isShared) return;
    this.#entries = new Map([...this.#entries].map(([slot, entry]) => [slot, { ...entry }]));
    this.#probes = new Map(this.#probes);
    this.#isShared = false;
  }

  #slotOf(key: unknown): unknown {
    const hash = userHash(key);
    if (hash === null) return hashKeyOf(key);
    const probes = this.#probes.get(hash) ?? 0;
    let vacant: string | null = null;
    for (let probe = 0; probe < probes; probe += 1) {
      const slot = `\u0000user:${hash}:${probe}`;
      const entry = this.#entries.get(slot);
      if (entry === undefined) vacant ??= slot;
      else if (equalObjects(key, entry.key)) return slot;
    }
    if (vacant !== null) return vacant;
    this.#probes.set(hash, probes + 1);
    return `\u0000user:${hash}:${probes}`;
  }
}
