import type { FieldMetadata } from "../metadata/custom-field.ts";
import type { FieldApexType, FieldDescribe } from "../schema.ts";
import { standardFieldDetail } from "../standard/curated-objects.ts";
import type { OrgFeature } from "../standard/curated-types.ts";
import { standardObjects } from "../standard/standard-objects.ts";
import type { StandardField } from "../standard/standard-objects-types.ts";
import { fieldDescribe } from "./field-describe.ts";

const APEX_TYPES: ReadonlySet<string> = new Set<FieldApexType>([
  "Id",
  "String",
  "Boolean",
  "Integer",
  "Long",
  "Double",
  "Decimal",
  "Date",
  "Datetime",
  "Time",
  "Blob",
  "Object",
  "Address",
  "Location",
]);

/** Objects of the project that a polymorphic standard lookup can point to as well. */
export type AddedReferences = (object: string, field: string) => readonly string[];

/** null for a field that comes with a feature this org does not have. */
export function standardFieldDescribe(
  object: StandardFieldOwner,
  field: StandardField,
  features: ReadonlySet<OrgFeature>,
  addedReferences: AddedReferences,
  settings: FieldMetadata | undefined,
): FieldDescribe | null {
  const { requires, describe } = ofPlatform(object, field);
  if (requires !== null && !features.has(requires)) return null;
  const added = addedReferences(object.name, field.name);
  if (added.length === 0 && settings === undefined) return describe;
  return {
    ...describe,
    ...(added.length === 0
      ? {}
      : { referenceTo: [...describe.referenceTo, ...added], relationship: "lookup" }),
    ...(settings === undefined ? {} : givenSettings(settings)),
  };
}

interface StandardFieldOwner {
  readonly name: string;
  readonly nameField: string | null;
}

interface PlatformField {
  readonly requires: OrgFeature | null;
  readonly describe: FieldDescribe;
}

/** By object, then field: what a project adds nothing to is the same in every org of the process. */
const platformFields = new Map<string, Map<string, PlatformField>>();

function ofPlatform(object: StandardFieldOwner, field: StandardField): PlatformField {
  const fields = platformFields.get(object.name) ?? new Map<string, PlatformField>();
  platformFields.set(object.name, fields);
  const known = fields.get(field.name);
  if (known !== undefined) return known;
  const { requires, ...detail } = standardFieldDetail(object.name, field);
  const referenceTo = standardReferences(object.name, field);
  const describe = fieldDescribe({
    ...detail,
    object: object.name,
    isNameField: field.name === object.nameField,
    referenceTo,
    relationshipName: field.relationshipName,
    relationship: referenceTo.length > 0 ? "lookup" : null,
    ...(isApexType(field.apexType) ? { apexType: field.apexType } : {}),
  });
  fields.set(field.name, { requires, describe });
  return { requires, describe };
}

/** What a lookup points to; the stubs leave out where a file can first be published, which is where it can be linked. */
function standardReferences(object: string, field: StandardField): readonly string[] {
  if (object !== "ContentVersion" || field.name !== "FirstPublishLocationId")
    return field.referenceTo;
  const link = standardObjects().find("ContentDocumentLink");
  return link?.fields.find(({ name }) => name === "LinkedEntityId")?.referenceTo ?? [];
}

function isApexType(text: string): text is FieldApexType {
  return APEX_TYPES.has(text);
}

/** What a project can say of a standard field. */
function givenSettings(settings: FieldMetadata): Partial<FieldDescribe> {
  const { picklist } = settings;
  return {
    isHistoryTracked: settings.isHistoryTracked,
    inlineHelpText: settings.inlineHelpText,
    description: settings.description,
    ...(picklist?.values.kind === "own" && picklist.values.values.length > 0
      ? { picklistValues: picklist.values.values }
      : {}),
  };
}
