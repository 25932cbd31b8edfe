import type { AdmittedEvent } from "../event.ts";
import { MAX_RECORDS_A_CALL } from "../salesforce/collections.ts";
import { stripeEventRecord } from "./stripe-event-record.ts";

/** An event to be published, as its shard handed it out. */
export interface Candidate {
  readonly event: AdmittedEvent;
  /** When a call that carried it alone failed last; null when it is not suspected of breaking calls. */
  readonly suspectMs: number | null;
}

/** A candidate and the JSON it is sent as. */
export interface PreparedRecord extends Candidate {
  readonly record: string;
}

/** Far below what Salesforce takes in one request, and as much as 200 events of usual size need. */
const MAX_BYTES_A_CALL = 3_000_000;

const encoder = new TextEncoder();

/** What travels together: as few calls as their limits allow, in the given order. A suspect travels alone and last. */
export function callsFor(candidates: readonly Candidate[]): PreparedRecord[][] {
  const calls: PreparedRecord[][] = [];
  let current: PreparedRecord[] = [];
  let bytes = 0;
  for (const candidate of candidates.filter(({ suspectMs }) => suspectMs === null)) {
    const ready = prepared(candidate);
    const size = encoder.encode(ready.record).byteLength;
    const isFull = current.length === MAX_RECORDS_A_CALL || bytes + size > MAX_BYTES_A_CALL;
    if (isFull && current.length > 0) {
      calls.push(current);
      current = [];
      bytes = 0;
    }
    current.push(ready);
    bytes += size;
  }
  if (current.length > 0) calls.push(current);
  const suspects = candidates.filter(({ suspectMs }) => suspectMs !== null);
  return [...calls, ...suspects.map((suspect) => [prepared(suspect)])];
}

function prepared(candidate: Candidate): PreparedRecord {
  return { ...candidate, record: JSON.stringify(stripeEventRecord(candidate.event)) };
}
