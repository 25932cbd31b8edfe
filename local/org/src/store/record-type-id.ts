import type { Schema } from "../schema/schema.ts";
import type { RecordStore } from "./record-store.ts";

/** null: the org has no such record type. */
export function recordTypeIdOf(
  schema: Schema,
  store: RecordStore,
  object: string,
  developerName: string,
): string | null {
  if (schema.object("RecordType") === undefined) return null;
  for (const { id, values } of store.table("RecordType").rows()) {
    if (values["SobjectType"] === object && values["DeveloperName"] === developerName) return id;
  }
  return null;
}
