import type { Savepoint } from "../runtime/host.ts";
import type { Transaction } from "../runtime/transaction.ts";

/** A place to go back to, in the records and in what waits for the commit. */
export class RecordSavepoint implements Savepoint {
  readonly mark: number;
  readonly events: number;
  readonly jobs: number;
  isReleased = false;

  constructor(mark: number, events: number, jobs: number) {
    this.mark = mark;
    this.events = events;
    this.jobs = jobs;
  }
}

const KEY = Symbol("savepoints");

/** Those that Apex has set, in order. */
export function savepointsOf(running: Transaction): RecordSavepoint[] {
  return running.attachment<RecordSavepoint[]>(KEY, () => []);
}

/** Going back makes those set since invalid. Source: Apex Developer Guide, "Transaction Control". */
export function releaseLater(savepoints: RecordSavepoint[], to: RecordSavepoint): void {
  for (const later of savepoints.splice(savepoints.indexOf(to) + 1)) later.isReleased = true;
}
