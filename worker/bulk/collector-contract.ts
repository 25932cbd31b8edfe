import type { AdmittedEvent } from "../event.ts";

/** An event of the bulk lane and the ledger that waits for its outcome. */
export interface BulkEntry {
  readonly event: AdmittedEvent;
  /** Name of the `AdmissionShard` the outcome is reported to. */
  readonly shard: string;
  /** As in the claim: when a call that carried it alone failed last. Absent or null: it is not suspected of breaking calls. */
  readonly suspectMs?: number | null;
}

/** What the relay asks of the Durable Object `BulkCollector`. */
export interface BulkCollecting {
  /** Durable once it returns. An event that is collected already changes nothing. */
  add(entries: readonly BulkEntry[]): Promise<void>;
}
