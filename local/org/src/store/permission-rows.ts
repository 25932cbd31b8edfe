import type { PermissionSetMetadata, Schema } from "../schema/schema.ts";
import type { RecordStore } from "./record-store.ts";
import type { RowValues } from "./row.ts";

/**
 * The ObjectPermissions, FieldPermissions, PermissionSetTabSetting and SetupEntityAccess rows of the project's permission sets, so that
 * Apex can query what they grant; of setup entities classes and custom permissions. Rows a set has already, from an earlier start, are
 * left as they are. Source: Object Reference, "ObjectPermissions", "FieldPermissions", "PermissionSetTabSetting", "SetupEntityAccess".
 */
export function seedPermissionRows(schema: Schema, store: RecordStore): void {
  if (schema.object("PermissionSet") === undefined) return;
  for (const { id, values } of [...store.table("PermissionSet").rows()]) {
    const set =
      typeof values["Name"] === "string" ? schema.permissionSets.get(values["Name"]) : undefined;
    if (set === undefined) continue;
    seedRows(schema, store, "ObjectPermissions", id, objectRows(set));
    seedRows(schema, store, "FieldPermissions", id, fieldRows(set));
    seedRows(schema, store, "PermissionSetTabSetting", id, tabRows(set));
    seedRows(schema, store, "SetupEntityAccess", id, [
      ...entityRows(schema, store, "ApexClass", "Name", set.classAccesses),
      ...entityRows(schema, store, "CustomPermission", "DeveloperName", set.customPermissions),
    ]);
  }
}

function seedRows(
  schema: Schema,
  store: RecordStore,
  object: string,
  parentId: string,
  rows: readonly RowValues[],
): void {
  const describe = schema.object(object);
  if (describe === undefined) return;
  const hasRows = !store.table(object).find("ParentId", parentId)[Symbol.iterator]().next().done;
  if (hasRows) return;
  for (const values of rows) {
    const known = Object.entries(values).filter(([name]) =>
      describe.fields.has(name.toLowerCase()),
    );
    store.put({
      object,
      id: store.mint(object),
      values: { ...Object.fromEntries(known), ParentId: parentId },
      isDeleted: false,
    });
  }
}

function objectRows(set: PermissionSetMetadata): readonly RowValues[] {
  return set.objects.map((permission) => ({
    SobjectType: permission.object,
    PermissionsRead: permission.read,
    PermissionsCreate: permission.create,
    PermissionsEdit: permission.edit,
    PermissionsDelete: permission.delete,
    PermissionsViewAllRecords: permission.viewAll,
    PermissionsModifyAllRecords: permission.modifyAll,
  }));
}

function fieldRows(set: PermissionSetMetadata): readonly RowValues[] {
  return set.fields.map(({ object, field, read, edit }) => ({
    SobjectType: object,
    Field: `${object}.${field}`,
    PermissionsRead: read,
    PermissionsEdit: edit,
  }));
}

/** A hidden tab has no row. */
function tabRows(set: PermissionSetMetadata): readonly RowValues[] {
  return set.tabs
    .filter(({ visibility }) => visibility !== "Hidden")
    .map(({ tab, visibility }) => ({ Name: tab, Visibility: visibility }));
}

/** Names without a record are of classes or permissions that the project does not have. */
function entityRows(
  schema: Schema,
  store: RecordStore,
  entity: string,
  nameField: string,
  names: readonly string[],
): readonly RowValues[] {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  if (wanted.size === 0 || schema.object(entity) === undefined) return [];
  return [...store.table(entity).rows()]
    .filter(({ values }) => {
      const name = values[nameField];
      return typeof name === "string" && wanted.has(name.toLowerCase());
    })
    .map(({ id }) => ({ SetupEntityId: id, SetupEntityType: entity }));
}
