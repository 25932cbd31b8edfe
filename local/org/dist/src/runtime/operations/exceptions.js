/** Raising and catching. */
import { isUncatchable, nullPointer, raiseNullArgument, raiseNullPointer, } from "../exception.js";
import { apexExceptionOf } from "../javascript-errors.js";
import { checkCpuTime } from "../cpu-time.js";
/** How many turns of loops go by between two looks at the clock. */
const TURNS_PER_CHECK = 8192;
let turns = 0;
export const exceptionOperations = {
    /** For the right side of `??`: the left one was null. */
    nullPointer() {
        raiseNullPointer();
    },
    /** The same in the words for an argument. */
    nullArgument() {
        raiseNullArgument();
    },
    /** What a `throw` statement throws. */
    thrown(exception) {
        if (exception === null)
            return nullPointer();
        exception.isUnthrown = false;
        return exception;
    },
    /** What catch clauses may match; null for what Apex cannot catch. */
    caught(thrown) {
        const exception = apexExceptionOf(thrown);
        return exception === null || isUncatchable(exception) ? null : exception;
    },
    /** Once per turn of a loop. */
    tick() {
        turns += 1;
        if (turns >= TURNS_PER_CHECK) {
            turns = 0;
            checkCpuTime();
        }
    },
};
