import * as z from "zod/mini";

import type { Failure } from "../aws/dead-letters.ts";
import { LANES, type AdmittedEvent } from "../event.ts";
import type { Standing } from "./outcome.ts";

const failures = z.array(z.object({ at: z.number(), code: z.string(), message: z.string() }));

const standingColumns = {
  seq: z.number(),
  state: z.enum(["received", "queued", "published", "dead_pending", "dead"]),
  attempts: z.number(),
  waits: z.number(),
  suspect_ms: z.nullable(z.number()),
  due_ms: z.nullable(z.number()),
  history: z.string(),
};

const standing = z.object(standingColumns);

const columns = z.object({
  ...standingColumns,
  id: z.string(),
  type: z.string(),
  object_id: z.string(),
  lane: z.enum(LANES),
  api_version: z.nullable(z.string()),
  livemode: z.number(),
  account: z.nullable(z.string()),
  created_s: z.number(),
  received_ms: z.number(),
  correlation_id: z.string(),
  /** Of a row from before payloads had their table, until it is moved; empty otherwise. */
  payload: z.string(),
  json: z.nullable(z.string()),
});

export type StoredRow = Readonly<Record<string, SqlStorageValue>>;

export interface StandingRow extends Standing {
  /** In the order of admission; the payload's key. */
  readonly seq: number;
  readonly dueMs: number | null;
  readonly history: readonly Failure[];
}

export interface LedgerRow extends StandingRow {
  readonly event: AdmittedEvent;
}

/** What `readRow` reads. */
export const WHOLE_ROWS = "SELECT * FROM event LEFT JOIN payload USING (seq)";
export const STANDING_COLUMNS = Object.keys(standingColumns).join(", ");

/** Reads the standing's columns. Stored columns that do not fit their table are a bug, so this throws. */
export function readStanding(stored: StoredRow): StandingRow {
  return standingOf(standing.parse(stored));
}

/** Reads a whole row; throws as `readStanding` does. */
export function readRow(stored: StoredRow): LedgerRow {
  const row = columns.parse(stored);
  return {
    event: {
      id: row.id,
      type: row.type,
      objectId: row.object_id,
      lane: row.lane,
      apiVersion: row.api_version,
      livemode: row.livemode === 1,
      account: row.account,
      createdAt: row.created_s,
      receivedAt: row.received_ms,
      correlationId: row.correlation_id,
      payload: row.json ?? row.payload,
    },
    ...standingOf(row),
  };
}

function standingOf(row: z.infer<typeof standing>): StandingRow {
  return {
    seq: row.seq,
    state: row.state,
    attempts: row.attempts,
    waits: row.waits,
    suspectMs: row.suspect_ms,
    dueMs: row.due_ms,
    history: failures.parse(JSON.parse(row.history)),
  };
}
