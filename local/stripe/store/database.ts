import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Raised with every change of SCHEMA. */
const SCHEMA_VERSION = 2;

const SCHEMA = `
CREATE TABLE objects (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  object TEXT NOT NULL,
  created INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  body TEXT NOT NULL,
  unseen TEXT
) STRICT;
CREATE INDEX objects_by_name ON objects (object, sequence);
CREATE INDEX objects_by_customer ON objects (object, json_extract(body, '$.customer'));
CREATE INDEX objects_by_payment_intent ON objects (object, json_extract(body, '$.payment_intent'));
CREATE INDEX objects_by_invoice ON objects (object, json_extract(body, '$.invoice'));
CREATE INDEX objects_by_subscription ON objects (object, json_extract(body, '$.subscription'));

CREATE TABLE events (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  created INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  api_version TEXT NOT NULL
) STRICT;
CREATE INDEX events_by_type ON events (type, sequence);

CREATE TABLE event_bodies (
  event_id TEXT NOT NULL REFERENCES events (id),
  api_version TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (event_id, api_version)
) STRICT, WITHOUT ROWID;

CREATE TABLE deliveries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event_id TEXT NOT NULL REFERENCES events (id),
  endpoint_id TEXT NOT NULL,
  manual INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'delivered', 'given_up', 'dropped')),
  due_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  first_attempt_at INTEGER
) STRICT;
CREATE INDEX deliveries_due ON deliveries (state, due_at, id);
CREATE INDEX deliveries_of_event ON deliveries (event_id);

CREATE TABLE attempts (
  delivery_id INTEGER NOT NULL REFERENCES deliveries (id),
  at INTEGER NOT NULL,
  status INTEGER,
  ms INTEGER NOT NULL,
  error TEXT
) STRICT;
CREATE INDEX attempts_of_delivery ON attempts (delivery_id, at);

CREATE TABLE idempotency_keys (
  key TEXT PRIMARY KEY,
  method TEXT NOT NULL,
  path TEXT NOT NULL,
  parameters TEXT NOT NULL,
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  request_id TEXT NOT NULL,
  created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;

/** What only makes reading faster is added to a database that is there already. */
const INDEXES = `
CREATE INDEX IF NOT EXISTS objects_by_paying_intent
  ON objects (object, json_extract(body, '$.payment.payment_intent'));
`;

/**
 * Opens local Stripe's database, creating folder and tables when missing.
 * @throws Error telling what to delete when the file was written by another version of this program
 */
export function openDatabase(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  try {
    // A crash of the machine may cost the last moments; a crash of the process costs nothing.
    database.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000;",
    );
    prepareSchema(database, file);
    database.exec(INDEXES);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepareSchema(database: DatabaseSync, file: string): void {
  const version = Number(database.prepare("PRAGMA user_version").get()?.["user_version"]);
  if (version === SCHEMA_VERSION) return;
  const tables = database.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE type = 'table'");
  if (Number(tables.get()?.["n"]) > 0) {
    throw new Error(
      `${file} was written by another version of local Stripe. Delete the folder ${dirname(file)} to begin anew.`,
    );
  }
  database.exec(`BEGIN; ${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT;`);
}

/** Runs work as one transaction: all of it or, when it throws, none. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}
