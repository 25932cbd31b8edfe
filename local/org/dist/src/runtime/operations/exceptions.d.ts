/** Raising and catching. */
import { type ApexException } from "../exception.ts";
export declare const exceptionOperations: {
    /** For the right side of `??`: the left one was null. */
    readonly nullPointer: () => never;
    /** The same in the words for an argument. */
    readonly nullArgument: () => never;
    /** What a `throw` statement throws. */
    readonly thrown: (exception: ApexException | null) => ApexException;
    /** What catch clauses may match; null for what Apex cannot catch. */
    readonly caught: (thrown: unknown) => ApexException | null;
    /** Once per turn of a loop. */
    readonly tick: () => void;
};
