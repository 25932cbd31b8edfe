import { DatabaseSync } from "node:sqlite";
import type { CommittedChange, RecordStore } from "./record-store.ts";
import type { ReleasedLookup, Row } from "./row.ts";
import { parseRowText, rowText } from "./value-text.ts";

/**
 * Committed records on disk. One Apex transaction is one SQLite transaction, synced before {@link PersistentRecords.write} returns, so a
 * killed process loses nothing that it had committed and never half a transaction.
 */
export class PersistentRecords {
  private readonly database: DatabaseSync;

  /** Opens or creates the file. @throws Error when the file is not a database of this form. */
  constructor(path: string) {
    this.database = new DatabaseSync(path);
    this.database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
    this.database.exec(`
      CREATE TABLE IF NOT EXISTS record (
        object TEXT NOT NULL, id TEXT NOT NULL, is_deleted INTEGER NOT NULL, deleted_with TEXT, field_values TEXT NOT NULL, is_locked INTEGER NOT NULL DEFAULT 0,
        released TEXT,
        PRIMARY KEY (object, id)
      ) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS sequence (name TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
    `);
    this.addColumn("is_locked", "INTEGER NOT NULL DEFAULT 0");
    this.addColumn("released", "TEXT");
  }

  /** To a file that was made before records had the column. */
  private addColumn(column: string, type: string): void {
    const columns = this.database.prepare("PRAGMA table_info(record)").all();
    if (columns.some(({ name }) => name === column)) return;
    this.database.exec(`ALTER TABLE record ADD COLUMN ${column} ${type}`);
  }

  /** Puts every record on disk into the store. Records of objects that `isKnown` refuses stay on disk, unread. */
  readInto(store: RecordStore, isKnown: (object: string) => boolean): void {
    const records = this.database.prepare(
      "SELECT object, id, is_deleted, deleted_with, field_values, is_locked, released FROM record ORDER BY object, id",
    );
    for (const record of records.iterate()) {
      const object = String(record["object"]);
      if (!isKnown(object)) continue;
      store.load({
        object,
        id: String(record["id"]),
        isDeleted: record["is_deleted"] === 1,
        ...(typeof record["deleted_with"] === "string"
          ? { deletedWith: record["deleted_with"] }
          : {}),
        ...(record["is_locked"] === 1 ? { isLocked: true } : {}),
        ...releasedOf(record["released"]),
        values: parseRowText(String(record["field_values"])),
      });
    }
    for (const sequence of this.database.prepare("SELECT name, last FROM sequence").iterate()) {
      store.countedUpTo(String(sequence["name"]), Number(sequence["last"]));
    }
  }

  write(changes: readonly CommittedChange[], sequences: ReadonlyMap<string, number>): void {
    const put = this.database.prepare(
      "INSERT OR REPLACE INTO record (object, id, is_deleted, deleted_with, field_values, is_locked, released) VALUES (?, ?, ?, ?, ?, ?, ?)",
    );
    const remove = this.database.prepare("DELETE FROM record WHERE object = ? AND id = ?");
    const count = this.database.prepare(
      "INSERT OR REPLACE INTO sequence (name, last) VALUES (?, ?)",
    );
    this.database.exec("BEGIN IMMEDIATE");
    try {
      for (const { object, id, row } of changes) {
        if (row === undefined || row.isErased === true) remove.run(object, id);
        else
          put.run(
            object,
            id,
            row.isDeleted ? 1 : 0,
            row.deletedWith ?? null,
            rowText(row.values),
            row.isLocked === true ? 1 : 0,
            row.released === undefined ? null : JSON.stringify(row.released),
          );
      }
      for (const [name, last] of sequences) count.run(name, last);
      this.database.exec("COMMIT");
    } catch (error) {
      this.database.exec("ROLLBACK");
      throw error;
    }
  }

  close(): void {
    this.database.close();
  }
}

function releasedOf(text: unknown): Pick<Row, "released"> {
  // The column holds what write() put there.
  return typeof text === "string" ? { released: JSON.parse(text) as ReleasedLookup[] } : {};
}
