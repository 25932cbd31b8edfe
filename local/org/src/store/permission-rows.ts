import { createHash } from "node:crypto";
import type { PermissionSetMetadata, Schema } from "../schema/schema.ts";
import type { RecordStore } from "./record-store.ts";
import type { RowValues } from "./row.ts";

const GRANTING = [
  "ObjectPermissions",
  "FieldPermissions",
  "PermissionSetTabSetting",
  "SetupEntityAccess",
] as const;

type GrantedRows = readonly [object: (typeof GRANTING)[number], rows: readonly RowValues[]];

/** On the row of a set, beside its fields: what its rows were made of. */
const MADE_OF = "(rows made of)";

/**
 * The ObjectPermissions, FieldPermissions, PermissionSetTabSetting and SetupEntityAccess rows of the project's permission sets, so that
 * Apex can query what they grant; of setup entities classes and custom permissions. A set that says something else than when its rows were
 * made gets them anew, as from a deploy; until then what Apex added to it stays. Source: Object Reference, "ObjectPermissions", "FieldPermissions", "PermissionSetTabSetting", "SetupEntityAccess".
 */
export function seedPermissionRows(schema: Schema, store: RecordStore): void {
  if (schema.object("PermissionSet") === undefined) return;
  for (const row of [...store.table("PermissionSet").rows()]) {
    const { Name: name, [MADE_OF]: madeOf } = row.values;
    const set = typeof name === "string" ? schema.permissionSets.get(name) : undefined;
    if (set === undefined) continue;
    const rows: readonly GrantedRows[] = [
      ["ObjectPermissions", objectRows(set)],
      ["FieldPermissions", fieldRows(set)],
      ["PermissionSetTabSetting", tabRows(set)],
      [
        "SetupEntityAccess",
        [
          ...entityRows(schema, store, "ApexClass", "Name", set.classAccesses),
          ...entityRows(schema, store, "CustomPermission", "DeveloperName", set.customPermissions),
        ],
      ],
    ];
    const told = createHash("sha256").update(JSON.stringify(rows)).digest("hex");
    if (madeOf === told) continue;
    purgePermissionRows(store, row.id);
    for (const [object, granted] of rows) seedRows(schema, store, object, row.id, granted);
    store.put({ ...row, values: { ...row.values, [MADE_OF]: told } });
  }
}

/** All that a permission set grants by rows. */
export function purgePermissionRows(store: RecordStore, setId: string): void {
  for (const object of GRANTING)
    for (const { id } of [...store.rowsBy(object, "ParentId", setId)]) store.purge(object, id);
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
