import type { Failure } from "../aws/dead-letters.ts";
import type { AdmittedEvent } from "../event.ts";
import {
  readRow,
  readStanding,
  STANDING_COLUMNS,
  WHOLE_ROWS,
  type LedgerRow,
  type StandingRow,
} from "./ledger-row.ts";
import { createLedgerTables } from "./ledger-tables.ts";
import { standingAfter, type NextStanding, type Unpublished } from "./outcome.ts";

/** Stripe can send an event again for 30 days, so its id is remembered that long after its outcome. */
export const KEEP_FINISHED_MS = 30 * 24 * 3_600_000;
/** Enough to see how a failure developed; the newest stay. */
const MAX_HISTORY = 10;
const PURGED_A_STEP = 5_000;

/** What becomes of single events. Every method is one synchronous step: what it writes commits together. */
export class Ledger {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    createLedgerTables(sql);
  }

  /**
   * Writes events down as ones that are on the queue, where their caller puts them at once: so the usual way costs no second write.
   * True for each that is new; a known id changes nothing. When one fails none is written, without a savepoint, for which SQLite would copy
   * every page it changes into a file of its own.
   * @param dueMs when they are to be sent again if nobody has reported on them
   * @throws what the database throws
   */
  insert(events: readonly AdmittedEvent[], nowMs: number, dueMs: number): boolean[] {
    const { last } = this.#sql
      .exec<{ last: number | null }>("SELECT MAX(seq) AS last FROM event")
      .one();
    try {
      return events.map((event) => this.#insertOne(event, nowMs, dueMs));
    } catch (error) {
      this.#sql.exec("DELETE FROM event WHERE seq > ?", last ?? 0);
      this.#sql.exec("DELETE FROM payload WHERE seq > ?", last ?? 0);
      throw error;
    }
  }

  #insertOne(event: AdmittedEvent, nowMs: number, dueMs: number): boolean {
    const [row] = this.#sql
      .exec<{ seq: number }>(
        `INSERT INTO event (id, state, lane, due_ms, queued_ms, received_ms, type, object_id, api_version, livemode, account, created_s, correlation_id, payload)
         VALUES (?, 'queued', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '') ON CONFLICT (id) DO NOTHING RETURNING seq`,
        event.id,
        event.lane,
        dueMs,
        nowMs,
        event.receivedAt,
        event.type,
        event.objectId,
        event.apiVersion,
        event.livemode ? 1 : 0,
        event.account,
        event.createdAt,
        event.correlationId,
      )
      .toArray();
    if (row === undefined) return false;
    this.#sql.exec("INSERT INTO payload (seq, json) VALUES (?, ?)", row.seq, event.payload);
    return true;
  }

  find(id: string): LedgerRow | undefined {
    const [row] = this.#sql.exec(`${WHOLE_ROWS} WHERE id = ?`, id).toArray();
    return row === undefined ? undefined : readRow(row);
  }

  standing(id: string): StandingRow | undefined {
    const [row] = this.#sql
      .exec(`SELECT ${STANDING_COLUMNS} FROM event WHERE id = ?`, id)
      .toArray();
    return row === undefined ? undefined : readStanding(row);
  }

  /** Salesforce has them, and nobody needs their payloads any more. Changes nothing of those the ledger does not know or was done with. */
  recordPublished(ids: readonly string[], nowMs: number): void {
    const published = this.#sql
      .exec<{ seq: number }>(
        `UPDATE event SET state = 'published', due_ms = NULL, finished_ms = ?, reason = NULL
         WHERE id IN (SELECT value FROM json_each(?)) AND state NOT IN ('published', 'dead') RETURNING seq`,
        nowMs,
        JSON.stringify(ids),
      )
      .toArray();
    this.#forgetPayloads(published);
  }

  /** Where the event stands now. Undefined when the ledger does not know it or has decided about it. */
  record(outcome: Unpublished, nowMs: number, random: number): NextStanding | undefined {
    const row = this.standing(outcome.id);
    if (row === undefined) return undefined;
    const next = standingAfter(row, outcome, nowMs, random);
    if (next === undefined) return undefined;
    this.#sql.exec(
      `UPDATE event SET state = ?, attempts = ?, waits = ?, suspect_ms = ?, due_ms = ?, reason = ?, history = ? WHERE seq = ?`,
      next.state,
      next.attempts,
      next.waits,
      next.suspectMs,
      next.dueMs,
      outcome.failure.code,
      historyWith(row.history, outcome.failure),
      row.seq,
    );
    return next;
  }

  /**
   * SQS has the letter of the refusal of `refusedMs`. A row that was revived meanwhile is not dead, even if it has been refused again: that
   * refusal gets a letter of its own.
   */
  markDead(id: string, refusedMs: number, nowMs: number): void {
    this.#sql.exec(
      `UPDATE event SET state = 'dead', finished_ms = ?, due_ms = NULL
       WHERE id = ? AND state = 'dead_pending' AND COALESCE(json_extract(history, '$[#-1].at'), ?) = ?`,
      nowMs,
      id,
      refusedMs,
      refusedMs,
    );
  }

  /** Opens a dead event again, with all its retries. False for any other: it is on its way, published or unknown. */
  revive(event: AdmittedEvent, revived: Failure, dueMs: number): boolean {
    const row = this.standing(event.id);
    if (row?.state !== "dead" && row?.state !== "dead_pending") return false;
    // First, so that an event that lives has its payload whatever fails.
    this.#sql.exec(
      "INSERT OR REPLACE INTO payload (seq, json) VALUES (?, ?)",
      row.seq,
      event.payload,
    );
    this.#sql.exec(
      `UPDATE event SET state = 'queued', attempts = 0, waits = 0, suspect_ms = NULL, due_ms = ?, queued_ms = ?, received_ms = ?,
       finished_ms = NULL, correlation_id = ?, history = ? WHERE seq = ?`,
      dueMs,
      revived.at,
      event.receivedAt,
      event.correlationId,
      historyWith(row.history, revived),
      row.seq,
    );
    return true;
  }

  /** Forgets finished events whose time is over; looks at the oldest admissions only, and returns how many it forgot. */
  purge(nowMs: number): number {
    const forgotten = this.#sql
      .exec<{ seq: number }>(
        `DELETE FROM event WHERE seq IN (SELECT seq FROM event ORDER BY seq LIMIT ${PURGED_A_STEP}) AND finished_ms <= ? RETURNING seq`,
        nowMs - KEEP_FINISHED_MS,
      )
      .toArray();
    this.#forgetPayloads(forgotten);
    return forgotten.length;
  }

  #forgetPayloads(rows: readonly { readonly seq: number }[]): void {
    this.#sql.exec(
      "DELETE FROM payload WHERE seq IN (SELECT value FROM json_each(?))",
      JSON.stringify(rows.map(({ seq }) => seq)),
    );
  }
}

function historyWith(history: readonly Failure[], failure: Failure): string {
  return JSON.stringify([...history, failure].slice(-MAX_HISTORY));
}
