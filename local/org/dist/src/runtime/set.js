/** An Apex Set; iterates in insertion order. `Map.keySet()` gives one over the map's own index. */
import { raise } from "./exception.js";
import { HashIndex } from "./hash-index.js";
export class ApexSet {
    element;
    index;
    /** A view of a map's keys takes no additions. */
    isView;
    #iterations = 0;
    constructor(element, values = [], viewOf = null) {
        this.element = element;
        this.index = viewOf ?? new HashIndex();
        this.isView = viewOf !== null;
        for (const value of values)
            this.index.set(value, true);
    }
    get size() {
        return this.index.size;
    }
    has(value) {
        return this.index.has(value);
    }
    /** Whether the set changed. */
    add(value) {
        this.#change();
        if (this.isView)
            raise("System.FinalException", "Collection is read-only");
        if (this.index.has(value))
            return false;
        this.index.set(value, true);
        return true;
    }
    /** Whether the set changed. */
    remove(value) {
        this.#change();
        return this.index.delete(value) !== undefined;
    }
    clear() {
        this.#change();
        this.index.clear();
    }
    copy() {
        return new ApexSet(this.element, this);
    }
    /** For `for (x : set)`: until `endIteration`, changes raise FinalException. */
    beginIteration() {
        this.#iterations += 1;
        return this.values;
    }
    endIteration() {
        this.#iterations -= 1;
    }
    *[Symbol.iterator]() {
        // Only values of the element type are ever added.
        for (const key of this.index.keys())
            yield key;
    }
    get values() {
        return [...this];
    }
    #change() {
        if (this.#iterations > 0)
            raise("System.FinalException", "Cannot modify a collection while it is being iterated.");
    }
}
