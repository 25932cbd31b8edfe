import type { ObjectPermission, PermissionSetMetadata, Schema } from "../schema/schema.ts";
import { withoutMuted } from "./muting.ts";
import type { RecordStore } from "../store/record-store.ts";
import type { Row } from "../store/row.ts";

/**
 * The permission sets of a user, through groups too: what metadata says of them, and what Apex gave them as ObjectPermissions,
 * FieldPermissions, PermissionSetTabSetting and SetupEntityAccess rows.
 */
export function assignedPermissionSets(
  schema: Schema,
  store: RecordStore,
  userId: string,
): readonly PermissionSetMetadata[] {
  if (schema.object("PermissionSetAssignment") === undefined) return [];
  const sets: PermissionSetMetadata[] = [];
  for (const assignment of store.table("PermissionSetAssignment").find("AssigneeId", userId)) {
    if (assignment.isDeleted) continue;
    const setId = assignment.values["PermissionSetId"];
    if (typeof setId === "string") sets.push(...permissionSet(schema, store, setId));
    const groupId = assignment.values["PermissionSetGroupId"];
    if (typeof groupId === "string") sets.push(...permissionSetGroup(schema, store, groupId));
  }
  return sets;
}

/** What metadata says of a set, and what rows say. */
function permissionSet(
  schema: Schema,
  store: RecordStore,
  setId: string,
): readonly PermissionSetMetadata[] {
  const name = textField(store, "PermissionSet", "Name", setId);
  const declared = name === undefined ? undefined : schema.permissionSets.get(name);
  const rows = fromRows(schema, store, setId);
  return declared === undefined ? [rows] : [declared, rows];
}

/** The members metadata gives a group, and those Apex added to it, without what the group mutes. */
function permissionSetGroup(
  schema: Schema,
  store: RecordStore,
  groupId: string,
): readonly PermissionSetMetadata[] {
  const name = textField(store, "PermissionSetGroup", "DeveloperName", groupId);
  const group = name === undefined ? undefined : schema.permissionSetGroups.get(name);
  const sets = [
    ...(group?.permissionSets ?? []).flatMap((member) => namedSet(schema, store, member)),
    ...[...store.rowsBy("PermissionSetGroupComponent", "PermissionSetGroupId", groupId)]
      .filter((row) => !row.isDeleted)
      .flatMap((row) => permissionSet(schema, store, text(row, "PermissionSetId"))),
  ];
  const muting = (group?.mutingPermissionSets ?? []).flatMap(
    (muted) => schema.mutingPermissionSets.get(muted) ?? [],
  );
  return muting.reduce<readonly PermissionSetMetadata[]>(
    (left, muted) => left.map((set) => withoutMuted(set, muted)),
    sets,
  );
}

function namedSet(
  schema: Schema,
  store: RecordStore,
  name: string,
): readonly PermissionSetMetadata[] {
  for (const row of store.rowsOf("PermissionSet"))
    if (!row.isDeleted && text(row, "Name").toLowerCase() === name.toLowerCase())
      return permissionSet(schema, store, row.id);
  return [schema.permissionSets.get(name)].filter((set) => set !== undefined);
}

function fromRows(schema: Schema, store: RecordStore, setId: string): PermissionSetMetadata {
  return {
    name: setId,
    label: setId,
    description: null,
    objects: rowsOf(schema, store, "ObjectPermissions", setId).map(objectPermission),
    fields: rowsOf(schema, store, "FieldPermissions", setId).map((row) => ({
      object: text(row, "SobjectType"),
      field: text(row, "Field").split(".").at(-1) ?? "",
      read: row.values["PermissionsRead"] === true,
      edit: row.values["PermissionsEdit"] === true,
    })),
    userPermissions: [],
    customPermissions: entitiesOf(schema, store, setId, "CustomPermission", "DeveloperName"),
    classAccesses: entitiesOf(schema, store, setId, "ApexClass", "Name"),
    tabs: rowsOf(schema, store, "PermissionSetTabSetting", setId).map((row) => ({
      tab: text(row, "Name"),
      visibility: text(row, "Visibility") === "DefaultOn" ? "DefaultOn" : "DefaultOff",
    })),
    externalCredentialPrincipals: [],
  };
}

function rowsOf(schema: Schema, store: RecordStore, object: string, setId: string): readonly Row[] {
  if (schema.object(object) === undefined) return [];
  return [...store.table(object).find("ParentId", setId)].filter((row) => !row.isDeleted);
}

/** Names of what the set's SetupEntityAccess rows open, of one kind of entity. */
function entitiesOf(
  schema: Schema,
  store: RecordStore,
  setId: string,
  entity: string,
  nameField: string,
): readonly string[] {
  return rowsOf(schema, store, "SetupEntityAccess", setId).flatMap(
    ({ values }) => textField(store, entity, nameField, values["SetupEntityId"]) ?? [],
  );
}

function objectPermission(row: Row): ObjectPermission {
  const has = (field: string): boolean => row.values[field] === true;
  return {
    object: text(row, "SobjectType"),
    read: has("PermissionsRead"),
    create: has("PermissionsCreate"),
    edit: has("PermissionsEdit"),
    delete: has("PermissionsDelete"),
    viewAll: has("PermissionsViewAllRecords"),
    modifyAll: has("PermissionsModifyAllRecords"),
  };
}

function text(row: Row, field: string): string {
  const value = row.values[field];
  return typeof value === "string" ? value : "";
}

function textField(
  store: RecordStore,
  object: string,
  field: string,
  id: unknown,
): string | undefined {
  const row = typeof id === "string" ? store.get(object, id) : undefined;
  return row === undefined ? undefined : text(row, field) || undefined;
}
