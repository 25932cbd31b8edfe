/**
 * A table in the order in which events came, and beside it what waits, kept by triggers: both are asked for with every event that comes, so
 * neither may cost more the more there is. `worker/storage.md` says what the columns hold.
 */
export function createCollectionTables(sql: SqlStorage): void {
  // The table of an earlier version; its events are sent again by their shards, which wait for an outcome.
  sql.exec("DROP TABLE IF EXISTS entry");
  sql.exec(`CREATE TABLE IF NOT EXISTS gathered (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    shard TEXT NOT NULL,
    collected_ms INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    suspect_ms INTEGER,
    state TEXT NOT NULL,
    carrier TEXT,
    outcome TEXT,
    sent TEXT,
    event TEXT NOT NULL
  )`);
  sql.exec("CREATE INDEX IF NOT EXISTS gathered_state ON gathered (state, suspect_ms)");
  sql.exec(
    "CREATE INDEX IF NOT EXISTS gathered_carrier ON gathered (carrier) WHERE carrier IS NOT NULL",
  );

  sql.exec("CREATE TABLE IF NOT EXISTS waiting (rows INTEGER NOT NULL, bytes INTEGER NOT NULL)");
  sql.exec("INSERT INTO waiting SELECT 0, 0 WHERE NOT EXISTS (SELECT 1 FROM waiting)");
  sql.exec(`CREATE TRIGGER IF NOT EXISTS gathered_comes AFTER INSERT ON gathered WHEN NEW.state = 'collected' BEGIN
    UPDATE waiting SET rows = rows + 1, bytes = bytes + NEW.bytes; END`);
  sql.exec(`CREATE TRIGGER IF NOT EXISTS gathered_leaves AFTER UPDATE OF state ON gathered
    WHEN OLD.state = 'collected' AND NEW.state <> 'collected' BEGIN
    UPDATE waiting SET rows = rows - 1, bytes = bytes - OLD.bytes; END`);
  sql.exec(`CREATE TRIGGER IF NOT EXISTS gathered_returns AFTER UPDATE OF state ON gathered
    WHEN OLD.state <> 'collected' AND NEW.state = 'collected' BEGIN
    UPDATE waiting SET rows = rows + 1, bytes = bytes + NEW.bytes; END`);
}
