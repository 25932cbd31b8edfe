/** The heap of one transaction: what its variables, its statics and its triggers' records hold. */
import type { HeapAccount } from "./charge.ts";
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
export declare class TransactionHeap implements HeapAccount {
    #private;
    left: number;
    constructor(owner: HeapOwner);
    /** Live bytes, as Limits.getHeapSize tells them. */
    get used(): number;
    overdrawn(): void;
}
