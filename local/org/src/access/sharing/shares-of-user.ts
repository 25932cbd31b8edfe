import type { Schema } from "../../schema/schema.ts";
import type { RecordStore } from "../../store/record-store.ts";
import type { StoredValue } from "../../store/row.ts";
import { accessLevel, type AccessLevel, higher, NO_ACCESS } from "./access-level.ts";
import type { Grantees } from "./grantees.ts";
import { shareObjectOf } from "./share-object.ts";

/** Record → the highest access that rows of its share object give the user, in `field` of them. */
export function sharesOfUser(
  schema: Schema,
  store: RecordStore,
  grantees: Grantees,
  object: string,
  field: string | null = null,
): ReadonlyMap<string, AccessLevel> {
  const levels = new Map<string, AccessLevel>();
  const share = shareObjectOf(schema, object);
  if (share === undefined || store.existingTable(share.name) === undefined) return levels;
  for (const id of grantees.ids) {
    for (const { isDeleted, values } of store.rowsBy(share.name, "UserOrGroupId", id)) {
      const record: StoredValue | undefined = values[share.recordField];
      if (isDeleted || typeof record !== "string") continue;
      const level = accessLevel(values[field ?? share.levelField]);
      levels.set(record, higher(level, levels.get(record) ?? NO_ACCESS));
    }
  }
  return levels;
}
