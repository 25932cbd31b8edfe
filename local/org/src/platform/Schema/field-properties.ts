/** What DescribeFieldResult says of a field that follows from its other properties. Source: Apex Reference, "DescribeFieldResult Class". */
import type { FieldDescribe, FieldType } from "../../schema/schema.ts";

/** Ids are ASCII, and so are counted the names of a multi-select picklist; other text takes up to three bytes a character. */
const ONE_BYTE: readonly FieldType[] = ["id", "reference", "multipicklist"];

const NOT_AGGREGATABLE: readonly FieldType[] = ["boolean", "multipicklist", "address", "location"];

/** Fields that no profile and no permission set can open or close. */
const WITHOUT_PERMISSION = new Set(
  "CreatedById CreatedDate IsDeleted LastActivityDate LastModifiedById LastModifiedDate LastReferencedDate LastViewedDate MasterRecordId OwnerId RecordTypeId SystemModstamp".split(
    " ",
  ),
);

export function byteLength({ type, length }: FieldDescribe): number {
  return ONE_BYTE.includes(type) ? length : length * 3;
}

/** A checkbox has its default as a value, a picklist has it among its entries. */
export function defaultValueFormula(field: FieldDescribe): string | null {
  const isElsewhere =
    field.type === "boolean" || field.picklistValues.some(({ isDefault }) => isDefault);
  return isElsewhere ? null : field.defaultValue;
}

export function isAggregatable({ type, isFilterable }: FieldDescribe): boolean {
  return isFilterable && !NOT_AGGREGATABLE.includes(type);
}

/** Required, name and master-detail fields follow their object; a checkbox is never empty, and yet not required. */
export function isPermissionable(field: FieldDescribe): boolean {
  if (field.type === "id" || field.isNameField || WITHOUT_PERMISSION.has(field.name)) return false;
  if (field.isRequired || field.relationship === "masterDetail") return false;
  return field.isCustom || field.isNillable || (field.type === "boolean" && field.isUpdateable);
}
