/** Platform methods that take no null: each argument is checked before the behaviour sees it. */
import { raiseNullArgument } from "../runtime/exception.js";
/** Wraps every behaviour of a table: a null argument raises NullPointerException "Argument cannot be null." */
export function refusingNull(behaviours) {
    // The same keys with behaviours of the same kind.
    return Object.fromEntries(Object.entries(behaviours).map(([key, behaviour]) => [
        key,
        (...values) => {
            for (const value of values)
                if (value === null)
                    raiseNullArgument();
            return behaviour(...values);
        },
    ]));
}
