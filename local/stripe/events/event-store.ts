import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { WireEvent } from "./event.ts";
import { webhookBody } from "./event.ts";

/** Seconds: GET /v1/events goes back 30 days. */
const LISTED_FOR = 30 * 24 * 60 * 60;

export interface EventQuery {
  readonly limit: number;
  readonly types: readonly string[];
  /** Seconds since 1970. */
  readonly created: { readonly [Bound in keyof typeof COMPARISONS]?: number | undefined };
  readonly startingAfter: string | undefined;
  readonly endingBefore: string | undefined;
  /** Whether every endpoint has answered 2xx. */
  readonly deliverySuccess: boolean | undefined;
}

const COMPARISONS = { gt: ">", gte: ">=", lt: "<", lte: "<=", eq: "=" } as const;

export interface EventStore {
  add(event: WireEvent): void;
  find(id: string): WireEvent | undefined;
  /** The exact text that is signed and sent. */
  body(id: string): string | undefined;
  /** Newest first. */
  list(query: EventQuery, nowSeconds: number): { events: WireEvent[]; hasMore: boolean };
}

const UNDELIVERED =
  "EXISTS (SELECT 1 FROM deliveries WHERE event_id = events.id) AND NOT EXISTS " +
  "(SELECT 1 FROM deliveries WHERE event_id = events.id AND state = 'delivered')";

export function openEventStore(database: DatabaseSync): EventStore {
  const insert = database.prepare(
    "INSERT INTO events (id, type, created, body) VALUES (?, ?, ?, ?)",
  );
  const selectBody = database.prepare("SELECT body FROM events WHERE id = ?");
  const selectOne = database.prepare(
    `SELECT body, ${UNDELIVERED} AS undelivered FROM events WHERE id = ?`,
  );
  return {
    add: (event) => {
      insert.run(event.id, event.type, event.created, webhookBody(event));
    },
    body: (id) => {
      const row = selectBody.get(id);
      return row === undefined ? undefined : String(row["body"]);
    },
    find: (id) => {
      const row = selectOne.get(id);
      return row === undefined ? undefined : eventOf(row);
    },
    list: (query, nowSeconds) => {
      const { sql, parameters, backwards } = selection(query, nowSeconds);
      const rows = database
        .prepare(`SELECT body, ${UNDELIVERED} AS undelivered FROM events WHERE ${sql} LIMIT ?`)
        .all(...parameters, query.limit + 1);
      const page = rows.slice(0, query.limit).map(eventOf);
      return { events: backwards ? page.reverse() : page, hasMore: rows.length > query.limit };
    },
  };
}

function eventOf(row: Record<string, unknown>): WireEvent {
  // `add` is the only writer of this table.
  const event = JSON.parse(String(row["body"])) as WireEvent;
  return { ...event, pending_webhooks: row["undelivered"] === 1 ? 1 : 0 };
}

function selection(
  query: EventQuery,
  nowSeconds: number,
): { sql: string; parameters: SQLInputValue[]; backwards: boolean } {
  const conditions = ["created >= ?"];
  const parameters: SQLInputValue[] = [nowSeconds - LISTED_FOR];
  const add = (condition: string, ...values: SQLInputValue[]): void => {
    conditions.push(condition);
    parameters.push(...values);
  };
  if (query.types.length > 0) {
    add(`type IN (${query.types.map(() => "?").join(", ")})`, ...query.types);
  }
  for (const [bound, comparison] of Object.entries(COMPARISONS)) {
    // Object.entries widens the keys it lists.
    const value = query.created[bound as keyof typeof COMPARISONS];
    if (value !== undefined) add(`created ${comparison} ?`, value);
  }
  if (query.deliverySuccess !== undefined) {
    conditions.push(query.deliverySuccess ? `NOT (${UNDELIVERED})` : `(${UNDELIVERED})`);
  }
  const sequence = "(SELECT sequence FROM events WHERE id = ?)";
  if (query.startingAfter !== undefined) add(`sequence < ${sequence}`, query.startingAfter);
  if (query.endingBefore !== undefined) add(`sequence > ${sequence}`, query.endingBefore);
  const backwards = query.endingBefore !== undefined;
  const order = backwards ? "ASC" : "DESC";
  return {
    sql: `${conditions.join(" AND ")} ORDER BY sequence ${order}`,
    parameters,
    backwards,
  };
}
