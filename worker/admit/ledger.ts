import type { Failure } from "../aws/dead-letters.ts";
import type { AdmittedEvent } from "./event.ts";
import { readRow, type LedgerRow } from "./ledger-row.ts";
import {
  KEEP_FINISHED_MS,
  standingAfter,
  type NextStanding,
  type Outcome,
  type State,
} from "./outcome.ts";

/** Enough to see how a failure developed; the newest stay. */
const MAX_HISTORY = 10;

/** The tables of one shard. Every method is one synchronous step: what it writes commits together. */
export class Ledger {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(`CREATE TABLE IF NOT EXISTS event (
      id TEXT PRIMARY KEY,
      type TEXT NOT NULL,
      object_id TEXT NOT NULL,
      lane TEXT NOT NULL,
      api_version TEXT,
      livemode INTEGER NOT NULL,
      created_s INTEGER NOT NULL,
      received_ms INTEGER NOT NULL,
      correlation_id TEXT NOT NULL,
      payload TEXT NOT NULL,
      state TEXT NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      waits INTEGER NOT NULL DEFAULT 0,
      due_ms INTEGER NOT NULL,
      queued_ms INTEGER,
      finished_ms INTEGER,
      reason TEXT,
      history TEXT NOT NULL DEFAULT '[]'
    ) WITHOUT ROWID`);
    sql.exec("CREATE INDEX IF NOT EXISTS event_due ON event (state, due_ms)");
  }

  /** True when the event is new; it is due at once, by this shard's clock. A known id changes nothing. */
  insert(event: AdmittedEvent, nowMs: number): boolean {
    const written = this.#sql.exec(
      `INSERT INTO event (id, type, object_id, lane, api_version, livemode, created_s, received_ms, correlation_id, payload, state, due_ms)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'received', ?) ON CONFLICT (id) DO NOTHING RETURNING id`,
      event.id,
      event.type,
      event.objectId,
      event.lane,
      event.apiVersion,
      event.livemode ? 1 : 0,
      event.createdAt,
      event.receivedAt,
      event.correlationId,
      event.payload,
      nowMs,
    );
    return written.toArray().length === 1;
  }

  find(id: string): LedgerRow | undefined {
    const row = this.#sql.exec("SELECT * FROM event WHERE id = ?", id).toArray()[0];
    return row === undefined ? undefined : readRow(row);
  }

  due(states: readonly State[], nowMs: number, limit: number): LedgerRow[] {
    return this.#sql
      .exec(
        `SELECT * FROM event WHERE state IN (SELECT value FROM json_each(?)) AND due_ms <= ? ORDER BY due_ms LIMIT ?`,
        JSON.stringify(states),
        nowMs,
        limit,
      )
      .toArray()
      .map(readRow);
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

  postpone(ids: readonly string[], dueMs: number): void {
    this.#sql.exec(
      `UPDATE event SET due_ms = ?
       WHERE id IN (SELECT value FROM json_each(?)) AND state IN ('received', 'queued', 'dead_pending')`,
      dueMs,
      JSON.stringify(ids),
    );
  }

  /** Where the event stands now; undefined when the ledger does not know it or was done with it. */
  record(outcome: Outcome, nowMs: number, random: number): NextStanding | undefined {
    const row = this.find(outcome.id);
    if (row === undefined) return undefined;
    const next = standingAfter(row, outcome, nowMs, random);
    if (next === undefined) return undefined;
    const history = outcome.kind === "published" ? row.history : [...row.history, outcome.failure];
    this.#sql.exec(
      `UPDATE event SET state = ?, attempts = ?, waits = ?, due_ms = ?, finished_ms = ?, reason = ?, history = ? WHERE id = ?`,
      next.state,
      next.attempts,
      next.waits,
      next.dueMs,
      next.state === "published" ? nowMs : null,
      outcome.kind === "published" ? null : outcome.failure.code,
      JSON.stringify(history.slice(-MAX_HISTORY) satisfies Failure[]),
      outcome.id,
    );
    return next;
  }

  markDead(id: string, nowMs: number): void {
    this.#sql.exec(
      `UPDATE event SET state = 'dead', finished_ms = ?, due_ms = ? WHERE id = ? AND state = 'dead_pending'`,
      nowMs,
      nowMs + KEEP_FINISHED_MS,
      id,
    );
  }

  /** Forgets finished events whose time is over; returns how many. */
  purge(nowMs: number): number {
    return this.#sql
      .exec(
        `DELETE FROM event WHERE state IN ('published', 'dead') AND due_ms <= ? RETURNING id`,
        nowMs,
      )
      .toArray().length;
  }

  /** When the next row is due, Unix milliseconds. */
  nextDue(): number | undefined {
    const states: readonly State[] = ["received", "queued", "dead_pending", "published", "dead"];
    const dues = states.flatMap((state) => {
      const [row] = this.#sql
        .exec<{ due: number | null }>("SELECT MIN(due_ms) AS due FROM event WHERE state = ?", state)
        .toArray();
      return typeof row?.due === "number" ? [row.due] : [];
    });
    return dues.length === 0 ? undefined : Math.min(...dues);
  }

  /** How many events are not finished, by state. */
  openCounts(): Readonly<Record<"received" | "queued" | "dead_pending", number>> {
    const counts = { received: 0, queued: 0, dead_pending: 0 };
    const rows = this.#sql.exec<{ state: keyof typeof counts; count: number }>(
      `SELECT state, COUNT(*) AS count FROM event WHERE state IN ('received', 'queued', 'dead_pending') GROUP BY state`,
    );
    for (const { state, count } of rows) counts[state] = count;
    return counts;
  }
}
