/** Raising and catching. */
import {
  type ApexException,
  isUncatchable,
  nullPointer,
  raiseNullArgument,
  raiseNullPointer,
} from "../exception.ts";
import { apexExceptionOf } from "../javascript-errors.ts";
import { checkCpuTime } from "../cpu-time.ts";

/** How many turns of loops go by between two looks at the clock. */
const TURNS_PER_CHECK = 8192;
let turns = 0;

export const exceptionOperations = {
  /** For the right side of `??`: the left one was null. */
  nullPointer(): never {
    raiseNullPointer();
  },
  /** The same in the words for an argument. */
  nullArgument(): never {
    raiseNullArgument();
  },
  /** What a `throw` statement throws. */
  thrown(exception: ApexException | null): ApexException {
    if (exception === null) return nullPointer();
    exception.isUnthrown = false;
    return exception;
  },
  /** What catch clauses may match; null for what Apex cannot catch. */
  caught(thrown: unknown): ApexException | null {
    const exception = apexExceptionOf(thrown);
    return exception === null || isUncatchable(exception) ? null : exception;
  },
  /** Once per turn of a loop. */
  tick(): void {
    turns += 1;
    if (turns >= TURNS_PER_CHECK) {
      turns = 0;
      checkCpuTime();
    }
  },
} as const;
