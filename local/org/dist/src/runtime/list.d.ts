import type { RuntimeType } from "./type.ts";
export declare class ApexList<T = unknown> {
    #private;
    readonly element: RuntimeType;
    readonly items: T[];
    /** Trigger.new and Trigger.old refuse changes. */
    isReadOnly: boolean;
    constructor(element: RuntimeType, items?: T[]);
    get size(): number;
    get(index: number | null): T;
    set(index: number | null, value: T): T;
    add(value: T): void;
    addAll(values: Iterable<T>): void;
    insertAt(index: number, value: T): void;
    removeAt(index: number): T;
    clear(): void;
    /** Same elements, another list. */
    copy(): ApexList<T>;
    /** For `for (x : list)`: until `endIteration`, adding and removing raise FinalException. */
    beginIteration(): readonly T[];
    endIteration(): void;
    [Symbol.iterator](): IterableIterator<T>;
}
