/** An Apex List. `items` is its storage; platform code may read it freely and changes it only through the methods. */
import { raise } from "./exception.ts";
import { GapReached } from "./gap-reached.ts";
import { charge } from "./heap/charge.ts";
import type { RuntimeType } from "./type.ts";

export class ApexList<T = unknown> {
  readonly element: RuntimeType;
  readonly items: T[];
  /** Grows when elements come or go. */
  changes = 0;
  /** Trigger.new and Trigger.old refuse changes. */
  isReadOnly = false;
  /** Stands for a list of narrower values, which a change would have to reach. */
  isWidenedCopy = false;

  constructor(element: RuntimeType, items: T[] = []) {
    this.element = element;
    this.items = items;
    charge(8 + 12 * items.length);
  }

  get size(): number {
    return this.items.length;
  }

  get(index: number | null): T {
    // The bounds check leaves only positions that hold an element.
    return this.items[this.#checked(index)] as T;
  }

  set(index: number | null, value: T): T {
    const at = this.#checked(index);
    // A loop over it minds only additions and removals.
    this.#checkChangeable();
    this.items[at] = value;
    return value;
  }

  add(value: T): void {
    this.#change();
    this.items.push(value);
    charge(12);
  }

  addAll(values: Iterable<T>): void {
    this.#change();
    const added = [...values];
    for (const value of added) this.items.push(value);
    charge(12 * added.length);
  }

  insertAt(index: number, value: T): void {
    if (index < 0 || index > this.items.length) outOfBounds(index);
    this.#change();
    this.items.splice(index, 0, value);
    charge(12);
  }

  removeAt(index: number): T {
    const at = this.#checked(index);
    this.#change();
    // The bounds check leaves only positions that hold an element.
    return this.items.splice(at, 1)[0] as T;
  }

  clear(): void {
    this.#change();
    this.items.length = 0;
  }

  /** Same elements, another list. */
  copy(): ApexList<T> {
    return new ApexList(this.element, [...this.items]);
  }

  /**
   * The place of the next element of `for (x : list)`, which began after that many changes. A later one is noticed when there is an element
   * to come to, as in Java: an element may come or go before the loop is left.
   * Source: Apex Developer Guide, "Iterating Collections"; benahm/TestDataFactory, whose tests pass on real orgs.
   */
  step(place: number, changes: number): number {
    const next = place + 1;
    if (changes !== this.changes && next !== this.items.length)
      raise("System.FinalException", "Cannot modify a collection while it is being iterated.");
    return next;
  }

  [Symbol.iterator](): IterableIterator<T> {
    return this.items[Symbol.iterator]();
  }

  #checked(index: number | null): number {
    if (index === null) raise("System.NullPointerException", "Argument cannot be null.");
    if (index < 0 || index >= this.items.length) outOfBounds(index);
    return index;
  }

  #checkChangeable(): void {
    if (this.isReadOnly) raise("System.FinalException", "Collection is read-only");
    if (this.isWidenedCopy)
      throw new GapReached(
        "Not supported by the local org yet: changing a List through a variable of wider values",
      );
  }

  #change(): void {
    this.#checkChangeable();
    this.changes += 1;
  }
}

function outOfBounds(index: number): never {
  return raise("System.ListException", `List index out of bounds: ${index}`);
}
