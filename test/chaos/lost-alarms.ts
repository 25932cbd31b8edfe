/** Makes the alarms of a Worker that stands still such that none will ring: what the platform has lost, and the objects believe is set. */
import { globSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { shardDatabases } from "../load/stored-history.ts";

/** A moment that is over, in the nanoseconds that workerd keeps times in. */
const LONG_AGO_NS = 1_700_000_000_000_000_000n;
/** Under which workerd keeps an object's own alarm. */
const ALARM_KEY = 1;

/** @returns how many shards had one */
export function loseAlarms(workerFolder: string): number {
  for (const file of globSync("**/*AdmissionShard/metadata.sqlite", { cwd: workerFolder })) {
    inDatabase(path.join(workerFolder, file), (database) => {
      database.exec("DELETE FROM _cf_ALARM");
    });
  }
  let lost = 0;
  for (const file of shardDatabases(workerFolder)) {
    inDatabase(file, (database) => {
      const { changes } = database
        .prepare("UPDATE _cf_METADATA SET value = ? WHERE key = ?")
        .run(LONG_AGO_NS, ALARM_KEY);
      lost += Number(changes);
    });
  }
  return lost;
}

function inDatabase(file: string, work: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(file);
  try {
    work(database);
  } finally {
    database.close();
  }
}
