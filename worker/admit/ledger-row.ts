import * as z from "zod";

import { LANES, type AdmittedEvent } from "./event.ts";
import type { Failure } from "../aws/dead-letters.ts";
import type { Standing } from "./outcome.ts";

const failures = z.array(z.object({ at: z.number(), code: z.string(), message: z.string() }));

const columns = z.object({
  id: z.string(),
  type: z.string(),
  object_id: z.string(),
  lane: z.enum(LANES),
  api_version: z.string().nullable(),
  livemode: z.number(),
  created_s: z.number(),
  received_ms: z.number(),
  correlation_id: z.string(),
  payload: z.string(),
  state: z.enum(["received", "queued", "published", "dead_pending", "dead"]),
  attempts: z.number(),
  waits: z.number(),
  due_ms: z.number(),
  history: z.string(),
});

export interface LedgerRow extends Standing {
  readonly event: AdmittedEvent;
  readonly dueMs: number;
  readonly history: readonly Failure[];
}

/** Reads a row as stored. A row that does not fit its table is a bug, so this throws. */
export function readRow(stored: Readonly<Record<string, SqlStorageValue>>): LedgerRow {
  const row = columns.parse(stored);
  return {
    event: {
      id: row.id,
      type: row.type,
      objectId: row.object_id,
      lane: row.lane,
      apiVersion: row.api_version,
      livemode: row.livemode === 1,
      createdAt: row.created_s,
      receivedAt: row.received_ms,
      correlationId: row.correlation_id,
      payload: row.payload,
    },
    state: row.state,
    attempts: row.attempts,
    waits: row.waits,
    dueMs: row.due_ms,
    history: failures.parse(JSON.parse(row.history)),
  };
}
