/** Running Apex has come to what this org lacks: no Apex can catch it, and it is no fault to look for. */
import { stackFramesOf } from "./stack.js";
export class GapReached extends Error {
    /** Where, as Apex prints a stack trace. Asked once, before anything else reads `stack`. */
    get apexStack() {
        return stackFramesOf(this)
            .map(({ name, line, column }) => `${name}: line ${line}, column ${column}`)
            .join("\n");
    }
}
