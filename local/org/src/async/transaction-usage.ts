import type { Limits } from "../runtime/limits.ts";
import type { Quiddity } from "../runtime/transaction.ts";

/** What one transaction used. The names follow what Salesforce tells of one in its event log files. Source: Object Reference, EventLogFile, "Apex Execution". */
export interface TransactionUsage {
  /** The class of a job; empty for what is no job. */
  readonly entryPoint: string;
  readonly quiddity: Quiddity;
  readonly isCommitted: boolean;
  /** What was counted, beside what is allowed. CPU time and heap are measured, and stand below. */
  readonly limits: Limits;
  /** Rows its queries looked at, those they did not bring included: what an index spares. */
  readonly rowsExamined: number;
  readonly cpuMs: number;
  /** The most that is known to have been live, or all that was made where that is less than the limit: never too little to trust. */
  readonly heapBytes: number;
  /** The commit included. */
  readonly wallMs: number;
}
