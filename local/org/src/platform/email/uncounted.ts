/** What the platform itself does in a transaction: nothing of it counts against the limits of the code. */
import { Limits } from "../../runtime/limits.ts";
import type { Transaction } from "../../runtime/transaction.ts";

export function uncounted<T>(running: Transaction, work: () => T): T {
  const { limits } = running;
  running.limits = new Limits(running.isAsynchronous);
  try {
    return work();
  } finally {
    running.limits = limits;
  }
}
