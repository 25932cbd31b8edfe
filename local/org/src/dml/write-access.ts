import { dmlException, raise } from "../runtime/exception.ts";
import type { DmlRequest } from "../runtime/host.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import type { DmlOperation } from "../syntax/ast.ts";
import type { WriteRights } from "../access/write-rights.ts";

/**
 * Refuses a user-mode operation that the user's object or field permissions do not allow.
 * Source: Apex Developer Guide, Enforce User Mode for Database Operations; the object's message is asserted by apex-recipes.
 * @throws System.SecurityException for an object, System.DmlException for fields
 */
export function checkWriteAccess(request: DmlRequest, rights: WriteRights): void {
  for (const record of [...request.records, ...request.losers]) {
    const object = record.objectName;
    if (!rightsFor(request.operation, record, rights).every(Boolean)) {
      raise("System.SecurityException", `Access to entity '${object}' denied`);
    }
  }
  if (request.operation === "delete" || request.operation === "undelete") return;
  for (const [index, record] of request.records.entries()) {
    const hidden = [...record.values.keys()].filter(
      (name) => isWritten(record, name) && !rights.canEditField(record.objectName, name),
    );
    if (hidden.length === 0) continue;
    const message = `Operation failed due to fields being inaccessible on Sobject ${record.objectName}, check errors on Exception or Result!`;
    // Apex exceptions are thrown as they are; only their own stack is ever shown.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw dmlException(message, [
      {
        index,
        id: record.id,
        statusCode: "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
        message,
        fields: hidden,
      },
    ]);
  }
}

function rightsFor(
  operation: DmlOperation,
  record: SObjectValue,
  rights: WriteRights,
): readonly boolean[] {
  const object = record.objectName;
  switch (operation) {
    case "insert":
    case "undelete":
      return [rights.canCreateObject(object)];
    case "update":
      return [rights.canEditObject(object)];
    case "upsert":
      return [rights.canCreateObject(object), rights.canEditObject(object)];
    case "delete":
      return [rights.canDeleteObject(object)];
    case "merge":
      return [rights.canEditObject(object), rights.canDeleteObject(object)];
  }
}

function isWritten(record: SObjectValue, name: string): boolean {
  const field = record.fieldDescribe(name);
  return field !== undefined && field.type !== "id" && (field.isCreateable || field.isUpdateable);
}
