/** System.Iterator of a collection. */
import { raise } from "../../runtime/exception.js";
import { platformType } from "../../runtime/behaviour.js";
import { iterate } from "../../runtime/operations/collections.js";
export class ApexIterator {
    #items;
    #at = 0;
    constructor(items) {
        this.#items = items;
    }
    hasNext() {
        return this.#at < this.#items.length;
    }
    next() {
        if (!this.hasNext())
            raise("System.NoSuchElementException", "Iterator has no more elements");
        this.#at += 1;
        return this.#items[this.#at - 1];
    }
    *[Symbol.iterator]() {
        while (this.hasNext())
            yield this.next();
    }
}
export const iteratorBehaviour = platformType({
    type: "System.Iterator",
    implementation: ApexIterator,
    methods: {
        hasNext: (iterator) => iterator.hasNext(),
        next: (iterator) => iterator.next(),
    },
});
export const iterableBehaviour = platformType({
    type: "System.Iterable",
    methods: { iterator: (source) => new ApexIterator([...iterate(source)]) },
});
