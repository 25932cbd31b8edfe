import type { RunningUser } from "../runtime/host.ts";
import type { ApexObject } from "../runtime/object.ts";

/** Work to do in transactions of its own, after the transaction that asked for it. */
export interface QueuedJob {
  /** Of its AsyncApexJob or CronTrigger. */
  readonly id: string;
  readonly user: RunningUser;
  /** Epoch ms before which it does not run. */
  readonly dueAt: number;
  /** Two waiting jobs with the same signature are a duplicate. */
  readonly signature: string | null;
  /** What it runs; null where it is called by a name. */
  readonly job: ApexObject | null;
  /** Asked for by a transaction finalizer or by a batch: a test runs it with the jobs it has enqueued itself. */
  readonly followsInTest: boolean;
  /** Runs to its end; an exception that Apex did not catch comes through after it has been recorded. */
  run(): void;
}
