import type { DatabaseSync } from "node:sqlite";
import type { z } from "zod";

/** Small facts that outlive a restart, by name. */
export interface Settings {
  read<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> | undefined;
  /** undefined forgets it. */
  write(name: string, value: unknown): void;
}

export function openSettings(database: DatabaseSync): Settings {
  const select = database.prepare("SELECT value FROM settings WHERE name = ?");
  const upsert = database.prepare(
    "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
  );
  const forget = database.prepare("DELETE FROM settings WHERE name = ?");
  return {
    read: (name, schema) => {
      const row = select.get(name);
      return row === undefined ? undefined : schema.parse(JSON.parse(String(row["value"])));
    },
    write: (name, value) => {
      if (value === undefined) forget.run(name);
      else upsert.run(name, JSON.stringify(value));
    },
  };
}
