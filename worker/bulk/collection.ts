import { admittedEvent, type AdmittedEvent } from "../event.ts";
import type { Outcome } from "../admit/outcome.ts";
import type { Candidate } from "../relay/candidate.ts";
import type { BulkEntry } from "./collector-contract.ts";
import type { Carrier } from "./coalesce.ts";
import { createCollectionTables } from "./collection-tables.ts";

export interface Waiting {
  readonly rows: number;
  readonly bytes: number;
  /** When the longest waiting one came, Unix milliseconds; null without any. */
  readonly oldestMs: number | null;
}

export interface Settled {
  readonly shard: string;
  readonly outcome: Outcome;
}

/**
 * The table of the collected events. `collected`: waits for the next sending. `sending`: is sent, `sent` being what goes out when that is
 * not the event as it came. `carried`: shares the fate of `carrier`. `settled`: its outcome has to be reported, then the row is deleted.
 */
export class Collection {
  /** Rows that travel at once are held in memory, as objects and as the upload. Characters. */
  static readonly MAX_BYTES_AT_ONCE = 10_000_000;

  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    createCollectionTables(sql);
  }

  add(entries: readonly BulkEntry[], nowMs: number): void {
    for (const { event, shard, suspectMs } of entries) {
      const text = JSON.stringify(event);
      this.#sql.exec(
        `INSERT OR IGNORE INTO gathered (id, shard, collected_ms, bytes, event, suspect_ms, state) VALUES (?, ?, ?, ?, ?, ?, 'collected')`,
        event.id,
        shard,
        nowMs,
        text.length,
        text,
        suspectMs ?? null,
      );
    }
  }

  waiting(): Waiting {
    const { rows, bytes } = this.#sql
      .exec<{ rows: number; bytes: number }>("SELECT rows, bytes FROM waiting")
      .one();
    return { rows, bytes, oldestMs: rows === 0 ? null : this.#oldestMs() };
  }

  /** Rows are numbered as they come, so the first of each kind is the oldest of it. */
  #oldestMs(): number {
    const first = (suspects: "NULL" | "NOT NULL"): readonly number[] =>
      this.#sql
        .exec<{ collectedMs: number }>(
          `SELECT collected_ms AS collectedMs FROM gathered
           WHERE state = 'collected' AND suspect_ms IS ${suspects} ORDER BY seq LIMIT 1`,
        )
        .toArray()
        .map(({ collectedMs }) => collectedMs);
    return Math.min(...first("NULL"), ...first("NOT NULL"));
  }

  /** The longest waiting events, as many as one sending holds; those suspected of breaking calls last. */
  next(): Candidate[] {
    const candidates: Candidate[] = [];
    let bytes = 0;
    for (const suspects of ["NULL", "NOT NULL"] as const) {
      const rows = this.#sql.exec<{ event: string; suspectMs: number | null; bytes: number }>(
        `SELECT event, suspect_ms AS suspectMs, bytes FROM gathered
         WHERE state = 'collected' AND suspect_ms IS ${suspects} ORDER BY seq`,
      );
      for (const row of rows) {
        bytes += row.bytes;
        if (candidates.length > 0 && bytes > Collection.MAX_BYTES_AT_ONCE) return candidates;
        candidates.push({ event: readEvent(row.event), suspectMs: row.suspectMs });
      }
    }
    return candidates;
  }

  markSending(carriers: readonly Carrier[]): void {
    for (const { event, carries, isChanged } of carriers) {
      const sent = isChanged ? JSON.stringify(event) : null;
      this.#sql.exec(
        `UPDATE gathered SET state = 'sending', sent = ? WHERE id = ?`,
        sent,
        event.id,
      );
      if (carries.length === 0) continue;
      this.#sql.exec(
        `UPDATE gathered SET state = 'carried', carrier = ? WHERE id IN (SELECT value FROM json_each(?))`,
        event.id,
        JSON.stringify(carries),
      );
    }
  }

  /** What is on its way and has no outcome yet; those suspected of breaking calls last. */
  sending(limit: number): Candidate[] {
    return this.#sql
      .exec<{ event: string; suspectMs: number | null }>(
        `SELECT COALESCE(sent, event) AS event, suspect_ms AS suspectMs FROM gathered
         WHERE state = 'sending' ORDER BY suspect_ms IS NOT NULL, seq LIMIT ?`,
        limit,
      )
      .toArray()
      .map(({ event, suspectMs }) => ({ event: readEvent(event), suspectMs }));
  }

  sendingIds(): string[] {
    return this.#sql
      .exec<{ id: string }>(`SELECT id FROM gathered WHERE state = 'sending'`)
      .toArray()
      .map(({ id }) => id);
  }

  /** Those whose sending was forgotten are collected again. */
  takeBack(): void {
    this.#sql.exec(
      `UPDATE gathered SET state = 'collected', sent = NULL, carrier = NULL WHERE state IN ('sending', 'carried')`,
    );
  }

  /** Notes outcomes. What an event carried is published with it; otherwise it has to go its own way. */
  settle(outcomes: readonly Outcome[]): void {
    for (const outcome of outcomes) {
      this.#sql.exec(
        `UPDATE gathered SET state = 'settled', outcome = ? WHERE id = ? AND state = 'sending'`,
        JSON.stringify(outcome),
        outcome.id,
      );
      const shared = outcome.kind === "published" ? outcome : carriedOutcome(outcome);
      this.#sql.exec(
        `UPDATE gathered SET state = 'settled', outcome = ? WHERE carrier = ? AND state = 'carried'`,
        JSON.stringify(shared),
        outcome.id,
      );
    }
  }

  settled(limit: number): Settled[] {
    return this.#sql
      .exec<{ id: string; shard: string; outcome: string }>(
        `SELECT id, shard, outcome FROM gathered WHERE state = 'settled' LIMIT ?`,
        limit,
      )
      .toArray()
      .map(({ id, shard, outcome }) => {
        // Written by settle(), for the carrier's id.
        const parsed = JSON.parse(outcome) as Outcome;
        return { shard, outcome: { ...parsed, id } };
      });
  }

  forget(ids: readonly string[]): void {
    this.#sql.exec(
      `DELETE FROM gathered WHERE state = 'settled' AND id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(ids),
    );
  }
}

function carriedOutcome(carrier: Exclude<Outcome, { kind: "published" }>): Outcome {
  const { at, code } = carrier.failure;
  const message = `${carrier.id}, which supersedes it, was not published: ${code}`;
  return {
    id: carrier.id,
    kind: "waiting",
    failure: { at, code: "SUCCESSOR_NOT_PUBLISHED", message },
  };
}

function readEvent(text: string): AdmittedEvent {
  return admittedEvent.parse(JSON.parse(text));
}
