/** An Apex List. `items` is its storage; platform code may read it freely and changes it only through the methods. */
import { raise } from "./exception.js";
import { charge } from "./heap/charge.js";
export class ApexList {
    element;
    items;
    /** Loops over it that have not ended. */
    #iterations = 0;
    /** Trigger.new and Trigger.old refuse changes. */
    isReadOnly = false;
    constructor(element, items = []) {
        this.element = element;
        this.items = items;
        charge(8 + 12 * items.length);
    }
    get size() {
        return this.items.length;
    }
    get(index) {
        // The bounds check leaves only positions that hold an element.
        return this.items[this.#checked(index)];
    }
    set(index, value) {
        const at = this.#checked(index);
        // A loop over it minds only additions and removals.
        if (this.isReadOnly)
            raise("System.FinalException", "Collection is read-only");
        this.items[at] = value;
        return value;
    }
    add(value) {
        this.#change();
        this.items.push(value);
        charge(12);
    }
    addAll(values) {
        this.#change();
        const added = [...values];
        for (const value of added)
            this.items.push(value);
        charge(12 * added.length);
    }
    insertAt(index, value) {
        if (index < 0 || index > this.items.length)
            outOfBounds(index);
        this.#change();
        this.items.splice(index, 0, value);
        charge(12);
    }
    removeAt(index) {
        const at = this.#checked(index);
        this.#change();
        // The bounds check leaves only positions that hold an element.
        return this.items.splice(at, 1)[0];
    }
    clear() {
        this.#change();
        this.items.length = 0;
    }
    /** Same elements, another list. */
    copy() {
        return new ApexList(this.element, [...this.items]);
    }
    /** For `for (x : list)`: until `endIteration`, adding and removing raise FinalException. */
    beginIteration() {
        this.#iterations += 1;
        return this.items;
    }
    endIteration() {
        this.#iterations -= 1;
    }
    [Symbol.iterator]() {
        return this.items[Symbol.iterator]();
    }
    #checked(index) {
        if (index === null)
            raise("System.NullPointerException", "Argument cannot be null.");
        if (index < 0 || index >= this.items.length)
            outOfBounds(index);
        return index;
    }
    #change() {
        if (this.isReadOnly)
            raise("System.FinalException", "Collection is read-only");
        if (this.#iterations > 0)
            raise("System.FinalException", "Cannot modify a collection while it is being iterated.");
    }
}
function outOfBounds(index) {
    return raise("System.ListException", `List index out of bounds: ${index}`);
}
