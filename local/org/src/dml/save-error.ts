import type { DmlError } from "../runtime/host.ts";
import type { FieldDescribe } from "../schema/schema.ts";

/** Errors of a save in Salesforce's words. Source: SOAP API Developer Guide, StatusCode; Apex Reference, DmlException. */

export function saveError(
  statusCode: string,
  message: string,
  fields: readonly string[] = [],
): DmlError {
  return { statusCode, message, fields };
}

export function requiredFieldsMissing(fields: readonly string[]): DmlError {
  return saveError(
    "REQUIRED_FIELD_MISSING",
    `Required fields are missing: [${fields.join(", ")}]`,
    fields,
  );
}

export function stringTooLong(field: FieldDescribe, value: string): DmlError {
  return saveError(
    "STRING_TOO_LONG",
    `${field.label}: data value too large: ${value} (max length=${field.length})`,
    [field.name],
  );
}

export function badRestrictedPicklistValue(field: FieldDescribe, value: string): DmlError {
  return saveError(
    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
    `${field.label}: bad value for restricted picklist field: ${value}`,
    [field.name],
  );
}

export function duplicateValue(field: FieldDescribe, existingId: string): DmlError {
  return saveError(
    "DUPLICATE_VALUE",
    `duplicate value found: ${field.name} duplicates value on record with id: ${existingId.slice(0, 15)}`,
  );
}

export function duplicateExternalId(field: FieldDescribe, value: string): DmlError {
  return saveError("DUPLICATE_VALUE", `Duplicate external id specified: ${value}`, [field.name]);
}

export function invalidEmail(field: FieldDescribe, value: string): DmlError {
  return saveError("INVALID_EMAIL_ADDRESS", `${field.label}: invalid email address: ${value}`, [
    field.name,
  ]);
}

export function numberOutOfRange(field: FieldDescribe, value: string): DmlError {
  return saveError(
    "NUMBER_OUTSIDE_VALID_RANGE",
    `${field.label}: value outside of valid range on numeric field: ${value}`,
    [field.name],
  );
}

export function wrongIdType(field: FieldDescribe, id: string): DmlError {
  return saveError(
    "FIELD_INTEGRITY_EXCEPTION",
    `${field.label}: id value of incorrect type: ${id}`,
    [field.name],
  );
}

export function malformedId(field: FieldDescribe, text: string): DmlError {
  return saveError("MALFORMED_ID", `${field.label}: id value of incorrect type: ${text}`, [
    field.name,
  ]);
}

export function invalidCrossReference(fields: readonly string[] = []): DmlError {
  return saveError("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", fields);
}

export function entityIsDeleted(): DmlError {
  return saveError("ENTITY_IS_DELETED", "entity is deleted");
}

/** Source: Salesforce Help, article 000330862. */
export function notInRecycleBin(): DmlError {
  return saveError("UNDELETE_FAILED", "Entity is not in the recycle bin");
}

export function idNotSpecified(operation: "update" | "delete" | "undelete" | "merge"): DmlError {
  const article = operation === "update" || operation === "undelete" ? "an" : "a";
  return saveError("MISSING_ARGUMENT", `Id not specified in ${article} ${operation} call`);
}

export function idInInsert(): DmlError {
  return saveError("INVALID_FIELD_FOR_INSERT_UPDATE", "cannot specify Id in an insert call", [
    "Id",
  ]);
}

export function customValidation(message: string, field: string | null): DmlError {
  return saveError("FIELD_CUSTOM_VALIDATION_EXCEPTION", message, field === null ? [] : [field]);
}

export function foreignKeyNotFound(externalField: FieldDescribe, value: string): DmlError {
  return saveError(
    "INVALID_FIELD",
    `Foreign key external ID: ${value.toLowerCase()} not found for field ${externalField.name} in entity ${externalField.object}`,
  );
}
