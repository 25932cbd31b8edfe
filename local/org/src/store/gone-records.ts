/** Records that the project's metadata brought and does not bring any more. */
import type { MetadataRecord, Schema } from "../schema/schema.ts";
import { metadataKey } from "./metadata-key.ts";
import { purgePermissionRows } from "./permission-rows.ts";
import type { RecordStore } from "./record-store.ts";

/** What says something of a record, and nothing once the record is gone: object → its field. */
const FOLLOWERS: Readonly<Record<string, readonly (readonly [object: string, field: string])[]>> = {
  PermissionSet: [
    ["PermissionSetAssignment", "PermissionSetId"],
    ["PermissionSetGroupComponent", "PermissionSetId"],
  ],
  PermissionSetGroup: [
    ["PermissionSetAssignment", "PermissionSetGroupId"],
    ["PermissionSetGroupComponent", "PermissionSetGroupId"],
  ],
  Group: [
    ["GroupMember", "GroupId"],
    ["GroupMember", "UserOrGroupId"],
    ["QueueSobject", "QueueId"],
  ],
};

export function goneRecords(
  before: readonly MetadataRecord[],
  now: readonly MetadataRecord[],
): readonly MetadataRecord[] {
  const nameOf = (record: MetadataRecord): string =>
    JSON.stringify([record.object, ...metadataKey(record.object, record.values)]);
  const there = new Set(now.map(nameOf));
  return before.filter((record) => !there.has(nameOf(record)));
}

/** Users and profiles stay: records and people are theirs. */
export function purgeGoneRecords(
  schema: Schema,
  store: RecordStore,
  gone: readonly MetadataRecord[],
): void {
  for (const { object, values } of gone) {
    if (schema.object(object) === undefined || object === "Profile") continue;
    const key = metadataKey(object, values);
    const found = [...store.rowsOf(object)].filter(
      (row) => !row.isDeleted && key.every(([name, value]) => row.values[name] === value),
    );
    for (const { id } of found) {
      if (object === "PermissionSet") purgePermissionRows(store, id);
      for (const [follower, field] of FOLLOWERS[object] ?? [])
        for (const row of [...store.rowsBy(follower, field, id)]) store.purge(follower, row.id);
      store.purge(object, id);
    }
  }
}
