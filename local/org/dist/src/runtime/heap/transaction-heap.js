import { eachStackValue, isBeingDebugged } from "./stack-values.js";
import { ValueSizes } from "./value-size.js";
/** Apex that has done nothing yet uses some. */
const EMPTY_BYTES = 1000;
/** Where little is left, measuring again and again would take longer than the program: by so much a transaction may be over unseen. */
const LEAST_GRANT = 0.02;
/** Less than this is told as it was counted, not as it is: programs that log the heap at every step have it low. */
const TOLD_AS_COUNTED = 250_000;
/** So many questions of a transaction are answered by measuring; later ones only when this share of the limit was taken since. */
const MEASURED_ANSWERS = 3;
const WORTH_MEASURING = 0.05;
export class TransactionHeap {
    left;
    #owner;
    /** Live bytes when they were last measured. */
    #measured = EMPTY_BYTES;
    #granted;
    #answers = 0;
    constructor(owner) {
        this.#owner = owner;
        this.#granted = this.left = owner.maximum() - EMPTY_BYTES;
    }
    /** Live bytes, as Limits.getHeapSize tells them. */
    get used() {
        const isWorthIt = this.#answers < MEASURED_ANSWERS ||
            this.#granted - this.left > this.#owner.maximum() * WORTH_MEASURING;
        if (this.#counted > TOLD_AS_COUNTED && isWorthIt) {
            this.#answers += 1;
            this.#measure();
        }
        return Math.round(this.#measured + this.#granted - this.left);
    }
    overdrawn() {
        this.#measure();
        if (this.#measured <= this.#owner.maximum())
            return;
        // What runs while the transaction ends is not measured again.
        this.left = this.#granted = Infinity;
        this.#owner.exceeded(this.#measured);
    }
    /** At most as much is live as was live and has been made since. */
    get #counted() {
        return this.#measured + this.#granted - this.left;
    }
    #measure() {
        const live = isBeingDebugged() ? EMPTY_BYTES : Math.min(this.#counted, this.#live());
        const maximum = this.#owner.maximum();
        this.#measured = live;
        this.#granted = this.left = Math.max(maximum - live, maximum * LEAST_GRANT);
    }
    #live() {
        const sizes = new ValueSizes();
        sizes.bytes = EMPTY_BYTES;
        this.#owner.uncounted(() => {
            for (const root of this.#owner.roots())
                sizes.add(root);
            eachStackValue((value) => sizes.add(value));
        });
        return sizes.bytes;
    }
}
