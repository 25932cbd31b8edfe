/** An argument the platform takes no null for. */
import { raiseNullArgument } from "../runtime/exception.ts";

/** The value; null raises NullPointerException "Argument cannot be null." */
export function required<T>(value: T | null | undefined): T {
  return value ?? raiseNullArgument();
}
