/** System.Iterator of a collection. */
import { raise } from "../../runtime/exception.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { iterate } from "../../runtime/operations/collections.ts";

export class ApexIterator implements Iterable<unknown> {
  readonly #items: readonly unknown[];
  #at = 0;

  constructor(items: readonly unknown[]) {
    this.#items = items;
  }

  hasNext(): boolean {
    return this.#at < this.#items.length;
  }

  next(): unknown {
    if (!this.hasNext()) raise("System.NoSuchElementException", "Iterator has no more elements");
    this.#at += 1;
    return this.#items[this.#at - 1];
  }

  *[Symbol.iterator](): Generator<unknown, void, undefined> {
    while (this.hasNext()) yield this.next();
  }
}

export const iteratorBehaviour = platformType({
  type: "System.Iterator",
  implementation: ApexIterator,
  methods: {
    hasNext: (iterator: ApexIterator) => iterator.hasNext(),
    next: (iterator: ApexIterator) => iterator.next(),
  },
});

export const iterableBehaviour = platformType({
  type: "System.Iterable",
  methods: { iterator: (source: unknown) => new ApexIterator([...iterate(source)]) },
});
