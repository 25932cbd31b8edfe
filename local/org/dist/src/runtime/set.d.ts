import { HashIndex } from "./hash-index.ts";
import type { RuntimeType } from "./type.ts";
export declare class ApexSet<T = unknown> {
    #private;
    readonly element: RuntimeType;
    readonly index: HashIndex;
    /** A view of a map's keys takes no additions. */
    readonly isView: boolean;
    constructor(element: RuntimeType, values?: Iterable<T>, viewOf?: HashIndex | null);
    get size(): number;
    has(value: unknown): boolean;
    /** Whether the set changed. */
    add(value: T): boolean;
    /** Whether the set changed. */
    remove(value: unknown): boolean;
    clear(): void;
    copy(): ApexSet<T>;
    /** For `for (x : set)`: until `endIteration`, changes raise FinalException. */
    beginIteration(): readonly T[];
    endIteration(): void;
    [Symbol.iterator](): Generator<T, void, undefined>;
    get values(): T[];
}
