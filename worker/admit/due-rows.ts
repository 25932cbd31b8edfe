import { LANES, type Lane } from "../event.ts";
import { readRow, WHOLE_ROWS, type LedgerRow } from "./ledger-row.ts";
import type { State } from "./outcome.ts";

type OpenState = Exclude<State, "published" | "dead">;

export interface OpenRows {
  readonly lane: Lane;
  readonly state: OpenState;
  readonly rows: number;
  /** When the oldest of them was received, Unix milliseconds. */
  readonly oldestMs: number;
}

/** The open rows as a schedule: what is due, in which order, and when next. */
export class DueRows {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Rows to be put on a queue, the urgent lane's first, then by due time. */
  toQueue(nowMs: number, limit: number): LedgerRow[] {
    return this.#due("state IN ('received', 'queued')", nowMs, limit);
  }

  /** Refused rows, to be handed to the dead letter queue, in the same order. */
  refused(nowMs: number, limit: number): LedgerRow[] {
    return this.#due("state = 'dead_pending'", nowMs, limit);
  }

  #due(condition: string, nowMs: number, limit: number): LedgerRow[] {
    const rows: LedgerRow[] = [];
    for (const lane of LANES) {
      if (rows.length === limit) break;
      const found = this.#sql.exec(
        `${WHOLE_ROWS} WHERE lane = ? AND due_ms <= ? AND ${condition} ORDER BY due_ms LIMIT ?`,
        lane,
        nowMs,
        limit - rows.length,
      );
      rows.push(...found.toArray().map(readRow));
    }
    return rows;
  }

  /** Only rows still open: the relay may have reported one before the queue confirmed taking it. */
  markQueued(ids: readonly string[], nowMs: number, dueMs: number): void {
    this.#sql.exec(
      `UPDATE event SET state = 'queued', queued_ms = ?, due_ms = ?
       WHERE id IN (SELECT value FROM json_each(?)) AND state IN ('received', 'queued') AND due_ms <= ?`,
      nowMs,
      dueMs,
      JSON.stringify(ids),
      nowMs,
    );
  }

  /** The queue did not take them: they wait here until then. */
  takeBack(ids: readonly string[], dueMs: number): void {
    this.#sql.exec(
      `UPDATE event SET state = 'received', due_ms = ?
       WHERE id IN (SELECT value FROM json_each(?)) AND state IN ('received', 'queued')`,
      dueMs,
      JSON.stringify(ids),
    );
  }

  /** Makes rows due now that may never have reached the queue: nobody remembers sending what was admitted since. */
  takeBackSince(sinceMs: number, nowMs: number): void {
    this.#sql.exec(
      `UPDATE event SET state = 'received', due_ms = ? WHERE due_ms IS NOT NULL AND state = 'queued' AND queued_ms > ?`,
      nowMs,
      sinceMs,
    );
  }

  /** The dead letter queue did not take them. */
  sendRefusedLater(ids: readonly string[], dueMs: number): void {
    this.#sql.exec(
      `UPDATE event SET due_ms = ? WHERE id IN (SELECT value FROM json_each(?)) AND state = 'dead_pending'`,
      dueMs,
      JSON.stringify(ids),
    );
  }

  /**
   * Makes waiting rows of a lane due now, the longest due first. A row suspected of breaking calls keeps its own time.
   * @returns how many
   */
  release(lane: Lane, atMost: number, nowMs: number): number {
    return this.#sql
      .exec(
        `UPDATE event SET due_ms = ? WHERE seq IN (
           SELECT seq FROM event WHERE lane = ? AND due_ms > ? AND state = 'received' AND waits > 0 AND suspect_ms IS NULL
           ORDER BY due_ms LIMIT ?) RETURNING seq`,
        nowMs,
        lane,
        nowMs,
        atMost,
      )
      .toArray().length;
  }

  /** True while a row of the lane received before then waits or is on the queue; its own retries do not count. */
  hasBacklog(lane: Lane, beforeMs: number): boolean {
    const found = this.#sql.exec(
      `SELECT 1 FROM event WHERE lane = ? AND due_ms IS NOT NULL AND received_ms < ? AND suspect_ms IS NULL
       AND (state = 'queued' OR (state = 'received' AND (waits > 0 OR attempts = 0))) LIMIT 1`,
      lane,
      beforeMs,
    );
    return found.toArray().length > 0;
  }

  /** When the next row is due, Unix milliseconds. */
  next(): number | undefined {
    const dues = LANES.flatMap((lane) => {
      const [row] = this.#sql
        .exec<{ due: number | null }>(
          "SELECT MIN(due_ms) AS due FROM event WHERE lane = ? AND due_ms IS NOT NULL",
          lane,
        )
        .toArray();
      return typeof row?.due === "number" ? [row.due] : [];
    });
    return dues.length === 0 ? undefined : Math.min(...dues);
  }

  census(): OpenRows[] {
    return this.#sql
      .exec<{ lane: Lane; state: OpenState; rows: number; oldestMs: number }>(
        `SELECT lane, state, COUNT(*) AS rows, MIN(received_ms) AS oldestMs FROM event INDEXED BY event_open
         WHERE due_ms IS NOT NULL GROUP BY lane, state`,
      )
      .toArray();
  }
}
