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
  if (isComputed(field) || isSetBySalesforce(object, field) || isCompoundName(object, field)) {
    fail(at, `Field is not writeable: ${object.name}.${field.name}`);
  }
}

function isComputed(field: FieldDescribe): boolean {
  return field.formula !== null || field.rollup !== null || field.autoNumberFormat !== null;
}

function isSetBySalesforce({ kind }: SObjectDescribe, { name }: FieldDescribe): boolean {
  return (kind === "standard" || kind === "custom") && SET_BY_SALESFORCE.has(name.toLowerCase());
}

/** The name of a person is put together from its parts. */
function isCompoundName(object: SObjectDescribe, field: FieldDescribe): boolean {
  return field.isNameField && object.fields.has("lastname") && field.name !== "LastName";
}
