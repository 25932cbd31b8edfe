import type { Savepoint } from "../runtime/host.ts";

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
