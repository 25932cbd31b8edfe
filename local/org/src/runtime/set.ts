/** An Apex Set; iterates in insertion order. `Map.keySet()` gives one over the map's own index. */
import { raise } from "./exception.ts";
import { HashIndex } from "./hash-index.ts";
import type { RuntimeType } from "./type.ts";

export class ApexSet<T = unknown> {
  readonly element: RuntimeType;
  readonly index: HashIndex;
  /** A view of a map's keys takes no additions. */
  readonly isView: boolean;
  /** Grows when an element comes or goes; what comes and goes in the map that it shows is no change of the set. */
  #changes = 0;
  /** What loops walk over, and how often it had changed when they began. */
  #walks: Map<readonly T[], number> | null = null;

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
    if (this.isView) raise("System.FinalException", "Collection is read-only");
    if (this.index.has(value)) return false;
    this.#changes += 1;
    this.index.set(value, true);
    return true;
  }

  /** Whether the set changed. */
  remove(value: unknown): boolean {
    const isGone = this.index.delete(value) !== undefined;
    if (isGone) this.#changes += 1;
    return isGone;
  }

  clear(): void {
    if (this.size > 0) this.#changes += 1;
    this.index.clear();
  }

  copy(): ApexSet<T> {
    return new ApexSet<T>(this.element, this);
  }

  /** For `for (x : set)`, until `endIteration`. */
  beginIteration(): readonly T[] {
    const items = this.values;
    this.#walks ??= new Map();
    this.#walks.set(items, this.#changes);
    return items;
  }

  /**
   * The place of the next element. A change is noticed when there is one to come to, as in Java: one may be removed before the loop is left,
   * and in its last turn. A map may change while its keys are walked.
   * Source: Apex Developer Guide, "Iterating Collections"; PMM's PermissionValidator and ServiceDeliveryRollupsService, whose tests pass on
   * real orgs.
   */
  step(items: readonly T[], place: number): number {
    if (place + 1 < items.length && this.#walks?.get(items) !== this.#changes)
      raise("System.FinalException", "Cannot modify a collection while it is being iterated.");
    return place + 1;
  }

  endIteration(items: readonly T[]): void {
    this.#walks?.delete(items);
  }

  *[Symbol.iterator](): Generator<T, void, undefined> {
    // Only values of the element type are ever added.
    for (const key of this.index.keys()) yield key as T;
  }

  get values(): T[] {
    // Only values of the element type are ever added.
    return this.index.keyList() as T[];
  }
}
