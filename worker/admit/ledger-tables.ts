/**
 * Payloads stand in a table of their own: an event is remembered for a month and its payload needed for seconds, and what is deleted from among
 * rows that stay gives no page back. A row leaves the index when it is finished, so what looks for open rows does not grow with history; the
 * index holds all that counting them needs. `worker/storage.md` says what the columns hold.
 */
export function createLedgerTables(sql: SqlStorage): void {
  sql.exec(`CREATE TABLE IF NOT EXISTS event (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    lane TEXT NOT NULL,
    due_ms INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    waits INTEGER NOT NULL DEFAULT 0,
    suspect_ms INTEGER,
    received_ms INTEGER NOT NULL,
    queued_ms INTEGER,
    finished_ms INTEGER,
    reason TEXT,
    history TEXT NOT NULL DEFAULT '[]',
    type TEXT NOT NULL,
    object_id TEXT NOT NULL,
    api_version TEXT,
    livemode INTEGER NOT NULL,
    account TEXT,
    created_s INTEGER NOT NULL,
    correlation_id TEXT NOT NULL,
    payload TEXT NOT NULL DEFAULT ''
  )`);
  sql.exec("CREATE TABLE IF NOT EXISTS payload (seq INTEGER PRIMARY KEY, json TEXT NOT NULL)");
  sql.exec(
    "CREATE INDEX IF NOT EXISTS event_open ON event (lane, due_ms, state, received_ms) WHERE due_ms IS NOT NULL",
  );
  addAccount(sql);
}

/** A table made before events named their account has no room for it. */
function addAccount(sql: SqlStorage): void {
  const columns = sql.exec("SELECT name FROM pragma_table_info('event')").toArray();
  if (columns.some(({ name }) => name === "account")) return;
  sql.exec("ALTER TABLE event ADD COLUMN account TEXT");
}
