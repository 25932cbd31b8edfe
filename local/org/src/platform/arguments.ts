/** Platform methods that take no null: each argument is checked before the behaviour sees it. */
import { raiseNullArgument } from "../runtime/exception.ts";
import type { Behaviour } from "../runtime/behaviour.ts";

/** Wraps every behaviour of a table: a null argument raises NullPointerException "Argument cannot be null." */
export function refusingNull<T extends Readonly<Record<string, Behaviour>>>(
  behaviours: T,
): Readonly<Record<keyof T & string, Behaviour>> {
  // The same keys with behaviours of the same kind.
  return Object.fromEntries(
    Object.entries(behaviours).map(([key, behaviour]) => [
      key,
      (...values: unknown[]): unknown => {
        for (const value of values) if (value === null) raiseNullArgument();
        return behaviour(...values);
      },
    ]),
  ) as Readonly<Record<keyof T & string, Behaviour>>;
}
