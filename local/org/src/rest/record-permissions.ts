/**
 * What the caller's permissions refuse before a save, row by row, in the API's words.
 * Source: SOAP API Developer Guide, "StatusCode"; object and field permissions of permission sets.
 */
import type { AccessRights, DmlError } from "../runtime/host.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import type { RestDmlOperation } from "./save-result.ts";

/** null: the permissions allow it. */
export function refusedByPermissions(
  operation: RestDmlOperation,
  record: SObjectValue,
  rights: AccessRights,
): DmlError | null {
  const object = record.objectName;
  if ((operation === "insert" || operation === "upsert") && !rights.canCreateObject(object)) {
    return {
      statusCode: "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
      message: `entity type cannot be inserted: ${record.describe.label}`,
      fields: [],
    };
  }
  const isReadOnly =
    ((operation === "update" || operation === "upsert") && !rights.canEditObject(object)) ||
    (operation === "delete" && !rights.canDeleteObject(object));
  if (isReadOnly) {
    return {
      statusCode: "INSUFFICIENT_ACCESS_OR_READONLY",
      message: "insufficient access rights on object id",
      fields: [],
    };
  }
  if (operation === "delete") return null;
  const closed = [...record.values.keys()].filter((name) =>
    isClosed(operation, record, name, rights),
  );
  if (closed.length === 0) return null;
  return {
    statusCode: "INVALID_FIELD_FOR_INSERT_UPDATE",
    message: `Unable to create/update fields: ${closed.join(", ")}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
    fields: closed,
  };
}

function isClosed(
  operation: RestDmlOperation,
  record: SObjectValue,
  name: string,
  rights: AccessRights,
): boolean {
  const field = record.fieldDescribe(name);
  if (field === undefined || field.type === "id") return false;
  // Set once and for all, as the master of a detail that may not be reparented.
  if (operation === "update" && field.isCreateable && !field.isUpdateable) return true;
  return (
    (field.isCreateable || field.isUpdateable) && !rights.canEditField(record.objectName, name)
  );
}
