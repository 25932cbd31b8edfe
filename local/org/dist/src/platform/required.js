/** An argument the platform takes no null for. */
import { raiseNullArgument } from "../runtime/exception.js";
/** The value; null raises NullPointerException "Argument cannot be null." */
export function required(value) {
    return value ?? raiseNullArgument();
}
