/** Flows as work that a transaction leaves behind. */
import { outboxOf } from "../async/outbox.ts";
import type { QueuedJob } from "../async/queued-job.ts";
import { GapReached } from "../runtime/gap-reached.ts";
import { apexExceptionOf } from "../runtime/javascript-errors.ts";
import type { RunningUser } from "../runtime/host.ts";
import { transaction } from "../runtime/transaction.ts";
import type { FlowDefinition } from "../schema/flows/flow-definition.ts";

/** @param dueAt epoch ms */
export function jobOf(user: RunningUser, dueAt: number, run: () => void): QueuedJob {
  return { id: "", user, dueAt, signature: null, job: null, followsInTest: false, run };
}

/** For after the commit of the running transaction, if it commits. */
export function leave(user: RunningUser, run: () => void): void {
  outboxOf(transaction()).jobs.push(jobOf(user, 0, run));
}

/** A transaction that cannot go on, for a limit or for what this org lacks, is told of. */
export function reporting(
  { name }: FlowDefinition,
  log: (line: string) => void,
  work: () => void,
): void {
  try {
    work();
  } catch (thrown) {
    const message =
      thrown instanceof GapReached ? thrown.message : apexExceptionOf(thrown)?.headline;
    if (message === undefined) throw thrown;
    log(`the flow ${name} failed: ${message}`);
  }
}
