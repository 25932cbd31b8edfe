/** An Apex Set; iterates in insertion order. `Map.keySet()` gives one over the map's own index. */
import { raise } from "./exception.ts";
import { HashIndex } from "./hash-index.ts";
import type { RuntimeType } from "./type.ts";

export class ApexSet<T = unknown> {
  readonly element: RuntimeType;
  readonly index: HashIndex;
  /** A view of a map's keys takes no additions. */
  readonly isView: boolean;
  #iterations = 0;

  constructor(element: RuntimeType, values: Iterable<T> = [], viewOf: HashIndex | null = null) {
    this.element = element;
    this.index = viewOf ?? new HashIndex();
    this.isView = viewOf !== null;
    for (const value of values) this.index.set(value, true);
  }

  get size(): number {
    return this.index.size;
  }

  has(value: unknown): boolean {
    return this.index.has(value);
  }

  /** Whether the set changed. */
  add(value: T): boolean {
    this.#change();
    if (this.isView) raise("System.FinalException", "Collection is read-only");
    if (this.index.has(value)) return false;
    this.index.set(value, true);
    return true;
  }

  /** Whether the set changed. */
  remove(value: unknown): boolean {
    this.#change();
    return this.index.delete(value) !== undefined;
  }

  clear(): void {
    this.#change();
    this.index.clear();
  }

  copy(): ApexSet<T> {
    return new ApexSet<T>(this.element, this);
  }

  /** For `for (x : set)`: until `endIteration`, changes raise FinalException. */
  beginIteration(): readonly T[] {
    this.#iterations += 1;
    return this.values;
  }

  endIteration(): void {
    this.#iterations -= 1;
  }

  *[Symbol.iterator](): Generator<T, void, undefined> {
    // Only values of the element type are ever added.
    for (const key of this.index.keys()) yield key as T;
  }

  get values(): T[] {
    return [...this];
  }

  #change(): void {
    if (this.#iterations > 0)
      raise("System.FinalException", "Cannot modify a collection while it is being iterated.");
  }
}
