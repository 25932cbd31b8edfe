/**
 * Which fields of a record nobody sets: Apex says "Field is not writeable" when it compiles, and "is not editable" of one named while it runs.
 * Source: Object Reference, "System Fields", "Name", "Compound Fields".
 */
import type { FieldDescribe, SObjectDescribe } from "./schema.ts";

const SET_BY_SALESFORCE = new Set([
  "createdbyid",
  "createddate",
  "isdeleted",
  "lastmodifiedbyid",
  "lastmodifieddate",
  "systemmodstamp",
]);

export function isWrittenBySalesforce(object: SObjectDescribe, field: FieldDescribe): boolean {
  return isComputed(field) || isSetBySalesforce(object, field) || isPutTogether(object, field);
}

function isComputed(field: FieldDescribe): boolean {
  return field.formula !== null || field.rollup !== null || field.autoNumberFormat !== null;
}

function isSetBySalesforce({ kind }: SObjectDescribe, field: FieldDescribe): boolean {
  if (kind === "custom") return SET_BY_SALESFORCE.has(field.name.toLowerCase());
  const isNeverSet = !field.isCreateable && !field.isUpdateable && field.type !== "id";
  return kind === "standard" && (isNeverSet || SET_BY_SALESFORCE.has(field.name.toLowerCase()));
}

/** The name of a person, an address and a place are put together from their parts. */
function isPutTogether(object: SObjectDescribe, field: FieldDescribe): boolean {
  if (field.type === "address") return true;
  return field.isNameField && object.fields.has("lastname") && field.name !== "LastName";
}
