/** The heap of one transaction: what its variables, its statics and its triggers' records hold. */
import type { HeapAccount } from "./charge.ts";
import { eachStackValue, isBeingDebugged } from "./stack-values.ts";
import { ValueSizes } from "./value-size.ts";

/** Apex that has done nothing yet uses some. */
const EMPTY_BYTES = 1000;
/** Where little is left, measuring again and again would take longer than the program: by so much a transaction may be over unseen. */
const LEAST_GRANT = 0.02;
/** Less than this is told as it was counted, not as it is: programs that log the heap at every step have it low. */
const TOLD_AS_COUNTED = 250_000;
/** So many questions of a transaction are answered by measuring; later ones only when this share of the limit was taken since. */
const MEASURED_ANSWERS = 3;
const WORTH_MEASURING = 0.05;
/** Of a program that has asked more often than this, as those do that log the heap at every step, the share is another. */
const FEW_QUESTIONS = 10;
const WORTH_MEASURING_OFTEN = 0.2;

export interface HeapOwner {
  /** The limit in bytes. */
  maximum(): number;
  /** Records of the statics, the triggers' lists and whatever else Apex reaches without a variable. */
  roots(): Iterable<unknown>;
  /** Raises the LimitException. */
  exceeded(bytes: number): never;
  /** Measuring is no work of the transaction. */
  uncounted(work: () => void): void;
}

export class TransactionHeap implements HeapAccount {
  left: number;
  readonly #owner: HeapOwner;
  /** Live bytes when they were last measured. */
  #measured = EMPTY_BYTES;
  /** The largest of what was measured. */
  #largest = EMPTY_BYTES;
  #granted: number;
  #questions = 0;
  #answers = 0;

  constructor(owner: HeapOwner) {
    this.#owner = owner;
    this.#granted = this.left = owner.maximum() - EMPTY_BYTES;
  }

  /** Live bytes, as Limits.getHeapSize tells them. */
  get used(): number {
    this.#questions += 1;
    const isLogged = this.#questions > FEW_QUESTIONS;
    const worth = isLogged ? WORTH_MEASURING_OFTEN : WORTH_MEASURING;
    const isWorthIt =
      (!isLogged && this.#answers < MEASURED_ANSWERS) ||
      this.#granted - this.left > this.#owner.maximum() * worth;
    if (this.#counted > TOLD_AS_COUNTED && isWorthIt) {
      this.#answers += 1;
      this.#measure();
    }
    return Math.round(this.#measured + this.#granted - this.left);
  }

  /** The most live bytes it is known to have had; where it was never measured, all that was made. */
  get known(): number {
    return Math.round(Math.max(this.#largest, this.#counted));
  }

  overdrawn(): void {
    this.#measure();
    if (this.#measured <= this.#owner.maximum()) return;
    // What runs while the transaction ends is not measured again.
    this.left = this.#granted = Infinity;
    this.#owner.exceeded(this.#measured);
  }

  /** At most as much is live as was live and has been made since. */
  get #counted(): number {
    return this.#measured + this.#granted - this.left;
  }

  #measure(): void {
    const live = isBeingDebugged() ? EMPTY_BYTES : Math.min(this.#counted, this.#live());
    const maximum = this.#owner.maximum();
    this.#measured = live;
    this.#largest = Math.max(this.#largest, live);
    this.#granted = this.left = Math.max(maximum - live, maximum * LEAST_GRANT);
  }

  #live(): number {
    const sizes = new ValueSizes();
    sizes.bytes = EMPTY_BYTES;
    this.#owner.uncounted(() => {
      for (const root of this.#owner.roots()) sizes.add(root);
      eachStackValue((value) => sizes.add(value));
    });
    return sizes.bytes;
  }
}
