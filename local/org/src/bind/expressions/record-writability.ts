/** Which fields of a record Apex may set. Source: Object Reference, "System Fields" and "Name"; Apex message "Field is not writeable". */
import type { FieldDescribe, SObjectDescribe } from "../../schema/schema.ts";
import type { Position } from "../../syntax/ast.ts";
import { fail } from "../report.ts";

const SET_BY_SALESFORCE = new Set([
  "createdbyid",
  "createddate",
  "isdeleted",
  "lastmodifiedbyid",
  "lastmodifieddate",
  "systemmodstamp",
]);

export function checkFieldWritable(
  object: SObjectDescribe,
  field: FieldDescribe,
  at: Position,
): void {
  if (isComputed(field) || isSetBySalesforce(object, field) || isPutTogether(object, field)) {
    fail(at, `Field is not writeable: ${object.name}.${field.name}`);
  }
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
