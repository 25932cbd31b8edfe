/** Fills the ledgers of a Worker that is not running with events of the past. */
import { globSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";

const DAY_MS = 24 * 3_600_000;

/** The databases of the admission shards that exist. */
export function shardDatabases(dataFolder: string): string[] {
  return globSync("**/*AdmissionShard/*.sqlite", { cwd: dataFolder })
    .filter((file) => path.basename(file) !== "metadata.sqlite")
    .map((file) => path.join(dataFolder, file))
    .sort();
}

/** Published events with ids like Stripe's, one a second until a day ago, in equal parts. */
export function storeHistory(databases: readonly string[], rows: number): void {
  const each = Math.ceil(rows / databases.length);
  for (const file of databases) {
    const database = new DatabaseSync(file);
    try {
      database.exec("PRAGMA cache_size = -200000");
      database
        .prepare(
          `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
           INSERT INTO event (id, state, lane, queued_ms, received_ms, finished_ms, type, object_id, api_version, livemode, created_s, correlation_id, payload)
           SELECT 'evt_1' || lower(hex(randomblob(11))), 'published', 'standard', at, at, at, 'invoice.payment_succeeded', 'in_1' || lower(hex(randomblob(11))),
             '2026-10-28.endive', 1, at / 1000, lower(hex(randomblob(18))), ''
           FROM (SELECT ? + i * 1000 AS at FROM n)`,
        )
        .run(each, Date.now() - DAY_MS - each * 1000);
    } finally {
      database.close();
    }
  }
}

/** Bytes in use, as the gauge of the shard counts them. */
export function bytesIn(databases: readonly string[]): number {
  return databases
    .map((file) => {
      const database = new DatabaseSync(file, { readOnly: true });
      try {
        const value = (name: string): number =>
          Number(Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]);
        return (value("page_count") - value("freelist_count")) * value("page_size");
      } finally {
        database.close();
      }
    })
    .reduce((sum, bytes) => sum + bytes, 0);
}
