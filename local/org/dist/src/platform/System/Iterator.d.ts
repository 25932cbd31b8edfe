export declare class ApexIterator implements Iterable<unknown> {
    #private;
    constructor(items: readonly unknown[]);
    hasNext(): boolean;
    next(): unknown;
    [Symbol.iterator](): Generator<unknown, void, undefined>;
}
export declare const iteratorBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const iterableBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
