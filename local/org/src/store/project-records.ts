/** The records that the project's metadata brings. */
import type { MetadataRecord, QueueMember, Schema } from "../schema/schema.ts";
import { findRow } from "./find-row.ts";
import { linkCustomMetadata } from "./metadata-references.ts";
import { seedPermissionRows } from "./permission-rows.ts";
import type { RecordStore } from "./record-store.ts";
import { seedReportRows } from "./report-rows.ts";
import { addRoleGroups } from "./role-groups.ts";
import type { Row, StoredValue } from "./row.ts";
import { Seeder } from "./seeder.ts";
import { newBusinessHours, seedSetupRows } from "./setup-rows.ts";
import { storedText } from "./stored-text.ts";

/** Makes the records that metadata brings, or brings up to date those that are there. */
export function seedMetadataRecords(
  schema: Schema,
  store: RecordStore,
  now: number,
  records: readonly MetadataRecord[],
): void {
  const seed = new Seeder(schema, store, now);
  for (const record of records) seed.metadata(record);
}

/** What the project's metadata brings. */
export function seedProjectRecords(schema: Schema, store: RecordStore, now: number): void {
  const seed = new Seeder(schema, store, now);
  seedSetupRows(schema, (object, keyField, values) => seed.record(object, keyField, values));
  seed.first("BusinessHours", newBusinessHours());
  purgeOtherCustomMetadata(schema, store);
  for (const record of schema.metadataRecords) seed.metadata(record);
  linkCustomMetadata(schema, store);
  seedRoles(schema, store, seed);
  seedPermissionRows(schema, store);
  seedReportRows(schema, store, now);
  for (const queue of schema.queues) {
    const group = findRow(
      store,
      "Group",
      (values) => values["DeveloperName"] === queue.developerName && values["Type"] === "Queue",
    );
    for (const object of queue.objects)
      seed.record(
        "QueueSobject",
        "QueueId",
        { QueueId: group?.id ?? null, SobjectType: object },
        "SobjectType",
      );
    for (const member of queue.members) {
      const id = queueMemberId(store, member);
      if (group !== undefined && id !== undefined)
        seed.record(
          "GroupMember",
          "GroupId",
          { GroupId: group.id, UserOrGroupId: id },
          "UserOrGroupId",
        );
    }
  }
}

/** Which role is above which, the groups that stand for them, and that of all internal users. */
function seedRoles(schema: Schema, store: RecordStore, seed: Seeder): void {
  if (schema.object("Group") === undefined || schema.object("UserRole") === undefined) return;
  seed.record("Group", "DeveloperName", {
    DeveloperName: "AllInternalUsers",
    Name: "All Internal Users",
    Type: "Organization",
  });
  const byName = (name: string): Row | undefined =>
    findRow(
      store,
      "UserRole",
      (values) => storedText(values["DeveloperName"]).toLowerCase() === name.toLowerCase(),
    );
  for (const role of [...store.table("UserRole").rows()]) {
    const name = storedText(role.values["DeveloperName"]);
    const above = schema.parentRoles.get(name);
    const parent = above === undefined ? undefined : byName(above);
    if (parent !== undefined)
      store.put({ ...role, values: { ...role.values, ParentRoleId: parent.id } });
    addRoleGroups(store, role.id, name);
  }
}

function queueMemberId(store: RecordStore, { kind, name }: QueueMember): string | undefined {
  const isNamed = (value: StoredValue | undefined): boolean =>
    storedText(value).toLowerCase() === name.toLowerCase();
  if (kind === "user") return findRow(store, "User", (values) => isNamed(values["Username"]))?.id;
  const type = { group: "Regular", role: "Role", roleAndSubordinates: "RoleAndSubordinates" }[kind];
  return findRow(
    store,
    "Group",
    (values) => values["Type"] === type && isNamed(values["DeveloperName"]),
  )?.id;
}

/** Records of custom metadata come from files alone: those without one are of an earlier state of the project. */
function purgeOtherCustomMetadata(schema: Schema, store: RecordStore): void {
  const there = new Set(
    schema.metadataRecords.map(
      ({ object, values }) => `${object} ${String(values["DeveloperName"])}`,
    ),
  );
  for (const name of schema.objectNames()) {
    if (!/__mdt$/iu.test(name)) continue;
    for (const { id, values } of [...store.rowsOf(name)])
      if (!there.has(`${name} ${storedText(values["DeveloperName"])}`)) store.purge(name, id);
  }
}
