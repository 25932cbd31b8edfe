import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { CreatedRange, PageQuery } from "../store/page.ts";
import { createdConditions, cursorConditions } from "../store/page.ts";
import type { WireEvent } from "./event.ts";
import { webhookBody } from "./event.ts";

/** Seconds: GET /v1/events goes back 30 days. */
const LISTED_FOR = 30 * 24 * 60 * 60;

export interface EventQuery extends PageQuery {
  readonly limit: number;
  /** A type may end in `.*`; none asks for all. */
  readonly types: readonly string[];
  readonly created: CreatedRange;
  /** Whether every endpoint has answered 2xx. */
  readonly deliverySuccess: boolean | undefined;
}

export interface EventStore {
  /** Files an event as it is shown from now on, and its bodies for endpoints of other versions. */
  add(event: WireEvent, otherVersions: readonly WireEvent[], nowSeconds: number): void;
  find(id: string): WireEvent | undefined;
  /** The exact text that is signed and sent to an endpoint of a version. */
  body(id: string, apiVersion?: string): string | undefined;
  /** Newest first. */
  list(query: EventQuery, nowSeconds: number): { events: WireEvent[]; hasMore: boolean };
}

/** Endpoints that have not accepted the event yet: deliveries of the same event to one endpoint count once. */
const UNDELIVERED = `(SELECT count(DISTINCT endpoint_id) FROM deliveries AS every WHERE event_id = events.id AND NOT EXISTS
  (SELECT 1 FROM deliveries WHERE event_id = events.id AND endpoint_id = every.endpoint_id AND state = 'delivered'))`;

const OWN_BODY =
  "(SELECT body FROM event_bodies AS b WHERE b.event_id = events.id AND b.api_version = events.api_version)";

export function openEventStore(database: DatabaseSync): EventStore {
  const insert = database.prepare(
    "INSERT INTO events (id, type, created, recorded_at, api_version) VALUES (?, ?, ?, ?, ?)",
  );
  const insertBody = database.prepare(
    "INSERT INTO event_bodies (event_id, api_version, body) VALUES (?, ?, ?)",
  );
  const selectOwnBody = database.prepare(`SELECT ${OWN_BODY} AS body FROM events WHERE id = ?`);
  const selectBody = database.prepare(
    "SELECT body FROM event_bodies WHERE event_id = ? AND api_version = ?",
  );
  const selectOne = database.prepare(
    `SELECT ${OWN_BODY} AS body, ${UNDELIVERED} AS undelivered FROM events WHERE id = ?`,
  );
  const textOf = (row: Record<string, unknown> | undefined): string | undefined =>
    row === undefined ? undefined : String(row["body"]);

  return {
    add: (event, otherVersions, nowSeconds) => {
      insert.run(event.id, event.type, event.created, nowSeconds, event.api_version);
      for (const each of [event, ...otherVersions]) {
        insertBody.run(each.id, each.api_version, webhookBody(each));
      }
    },
    body: (id, apiVersion) =>
      (apiVersion === undefined ? undefined : textOf(selectBody.get(id, apiVersion))) ??
      textOf(selectOwnBody.get(id)),
    find: (id) => {
      const row = selectOne.get(id);
      return row === undefined ? undefined : eventOf(row);
    },
    list: (query, nowSeconds) => {
      const { conditions, values } = selection(query, nowSeconds);
      const backwards = query.endingBefore !== undefined;
      const rows = database
        .prepare(
          `SELECT ${OWN_BODY} AS body, ${UNDELIVERED} AS undelivered FROM events
           WHERE ${conditions.join(" AND ")} ORDER BY sequence ${backwards ? "ASC" : "DESC"} LIMIT ?`,
        )
        .all(...values, query.limit + 1);
      const page = rows.slice(0, query.limit).map(eventOf);
      return { events: backwards ? page.reverse() : page, hasMore: rows.length > query.limit };
    },
  };
}

function eventOf(row: Record<string, unknown>): WireEvent {
  // `add` is the only writer of this table.
  const event = JSON.parse(String(row["body"])) as WireEvent;
  return { ...event, pending_webhooks: Number(row["undelivered"]) };
}

function selection(
  query: EventQuery,
  nowSeconds: number,
): { conditions: string[]; values: SQLInputValue[] } {
  const found = [
    { sql: "recorded_at >= ?", value: [nowSeconds - LISTED_FOR] },
    ...typeConditions(query.types),
    ...createdConditions(query.created),
    ...cursorConditions("events", query),
    ...(query.deliverySuccess === undefined
      ? []
      : [{ sql: `${UNDELIVERED} ${query.deliverySuccess ? "=" : ">"} 0`, value: [] }]),
  ];
  return { conditions: found.map(({ sql }) => sql), values: found.flatMap(({ value }) => value) };
}

function typeConditions(types: readonly string[]): { sql: string; value: string[] }[] {
  if (types.length === 0) return [];
  const each = types.map((type) => (type.endsWith(".*") ? "substr(type, 1, ?) = ?" : "type = ?"));
  const value = types.flatMap((type) => {
    const prefix = type.slice(0, -1);
    return type.endsWith(".*") ? [String(prefix.length), prefix] : [type];
  });
  return [{ sql: `(${each.join(" OR ")})`, value }];
}
