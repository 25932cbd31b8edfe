import type { DatabaseSync } from "node:sqlite";
import { inTransaction } from "../store/database.ts";
import type { PlannedDelivery } from "./delivery-plan.ts";

export type DeliveryState = "pending" | "sending" | "delivered" | "given_up" | "dropped";

/** A delivery whose turn has come. Times are milliseconds since 1970. */
export interface DueDelivery {
  readonly id: number;
  readonly eventId: string;
  readonly endpointId: string;
  readonly manual: boolean;
  /** Made so far. */
  readonly attempts: number;
  readonly firstAttemptAt: number | undefined;
}

export interface Attempt {
  readonly at: number;
  /** Absent when no answer came. */
  readonly status: number | null;
  readonly ms: number;
  readonly error: string | null;
}

export interface DeliveryRecord {
  readonly id: number;
  readonly event: string;
  readonly endpoint: string;
  readonly manual: boolean;
  readonly state: DeliveryState;
  /** When the next attempt is due, while there is one to come. */
  readonly due_at: number | null;
  readonly attempts: readonly Attempt[];
}

export interface DeliveryStore {
  /** Runs work on the store as one transaction. */
  together<T>(work: () => T): T;
  /** In the order they are to be attempted when due at the same time. Belongs inside a transaction. */
  add(planned: readonly PlannedDelivery[], now: number, manual: boolean): number[];
  /** Takes up to `limit` due deliveries, oldest first; nobody else gets them. */
  claim(now: number, limit: number): DueDelivery[];
  /** When the next delivery is due, if one waits. */
  nextDueAt(): number | undefined;
  /** Files an attempt and what becomes of the delivery; `retryAt` undefined with a failure means given up. */
  settle(delivery: DueDelivery, attempt: Attempt, outcome: Settlement): void;
  /** Puts deliveries back that were being sent when the process stopped. */
  releaseClaims(): void;
  ofEvent(eventId: string): DeliveryRecord[];
  counts(): Record<DeliveryState, number>;
}

export type Settlement =
  | { readonly state: "delivered" | "given_up" }
  | { readonly state: "pending"; readonly retryAt: number };

export function openDeliveryStore(database: DatabaseSync): DeliveryStore {
  const insert = database.prepare(
    "INSERT INTO deliveries (event_id, endpoint_id, manual, state, due_at) VALUES (?, ?, ?, ?, ?)",
  );
  const claim = database.prepare(
    `UPDATE deliveries SET state = 'sending' WHERE id IN
       (SELECT id FROM deliveries WHERE state = 'pending' AND due_at <= ? ORDER BY due_at, id LIMIT ?)
     RETURNING id, event_id, endpoint_id, manual, attempts, first_attempt_at, due_at`,
  );
  const earliest = database.prepare(
    "SELECT due_at FROM deliveries WHERE state = 'pending' ORDER BY due_at LIMIT 1",
  );
  const update = database.prepare(
    `UPDATE deliveries SET state = ?, due_at = ?, attempts = attempts + 1,
       first_attempt_at = coalesce(first_attempt_at, ?) WHERE id = ?`,
  );
  const insertAttempt = database.prepare(
    "INSERT INTO attempts (delivery_id, at, status, ms, error) VALUES (?, ?, ?, ?, ?)",
  );
  const release = database.prepare(
    "UPDATE deliveries SET state = 'pending' WHERE state = 'sending'",
  );
  const ofEvent = database.prepare("SELECT * FROM deliveries WHERE event_id = ? ORDER BY id");
  const attemptsOf = database.prepare(
    "SELECT at, status, ms, error FROM attempts WHERE delivery_id = ? ORDER BY at, rowid",
  );
  const count = database.prepare("SELECT state, count(*) AS n FROM deliveries GROUP BY state");

  return {
    together: (work) => inTransaction(database, work),
    add: (planned, now, manual) =>
      planned.map(({ eventId, endpointId, delayMs, dropped }) => {
        const state: DeliveryState = dropped === true ? "dropped" : "pending";
        return Number(
          insert.run(eventId, endpointId, manual ? 1 : 0, state, now + delayMs).lastInsertRowid,
        );
      }),
    claim: (now, limit) =>
      claim
        .all(now, limit)
        // RETURNING promises no order.
        .sort(
          (a, b) => Number(a["due_at"]) - Number(b["due_at"]) || Number(a["id"]) - Number(b["id"]),
        )
        .map((row) => ({
          id: Number(row["id"]),
          eventId: String(row["event_id"]),
          endpointId: String(row["endpoint_id"]),
          manual: row["manual"] === 1,
          attempts: Number(row["attempts"]),
          firstAttemptAt:
            row["first_attempt_at"] === null ? undefined : Number(row["first_attempt_at"]),
        })),
    nextDueAt: () => {
      const row = earliest.get();
      return row === undefined ? undefined : Number(row["due_at"]);
    },
    settle: (delivery, attempt, outcome) => {
      insertAttempt.run(delivery.id, attempt.at, attempt.status, attempt.ms, attempt.error);
      const dueAt = outcome.state === "pending" ? outcome.retryAt : attempt.at;
      update.run(outcome.state, dueAt, attempt.at, delivery.id);
    },
    releaseClaims: () => {
      release.run();
    },
    ofEvent: (eventId) =>
      ofEvent.all(eventId).map((row) => {
        // The table's CHECK allows these five states only.
        const state = row["state"] as DeliveryState;
        return {
          id: Number(row["id"]),
          event: eventId,
          endpoint: String(row["endpoint_id"]),
          manual: row["manual"] === 1,
          state,
          due_at: state === "pending" ? Number(row["due_at"]) : null,
          // The table is STRICT and its columns are those of Attempt.
          attempts: attemptsOf.all(Number(row["id"])) as unknown as Attempt[],
        };
      }),
    counts: () => {
      const counts: Record<DeliveryState, number> = {
        pending: 0,
        sending: 0,
        delivered: 0,
        given_up: 0,
        dropped: 0,
      };
      for (const row of count.all()) {
        // The table's CHECK allows these five states only.
        counts[row["state"] as DeliveryState] = Number(row["n"]);
      }
      return counts;
    },
  };
}
