import type { FieldDescribe, Schema, SObjectDescribe } from "../schema/schema.ts";
import { curatedObjects } from "../schema/standard/curated-objects.ts";
import type { Row } from "./row.ts";

/**
 * The platform's own schema as records: EntityDefinition and FieldDefinition, of the project's objects and the standard objects most
 * orgs use. Their ids are their durable ids: `Contact`, `Contact.AccountId`. Source: Object Reference, "EntityDefinition".
 */
export function definitionRows(schema: Schema, object: string): readonly Row[] {
  switch (object) {
    case "EntityDefinition":
      return describes(schema).map(entityRow);
    case "FieldDefinition":
      return describes(schema).flatMap((describe) => [...describe.fields.values()].map(fieldRow));
    default:
      return [];
  }
}

export function isDefinition(object: string): boolean {
  return object === "EntityDefinition" || object === "FieldDefinition";
}

function describes(schema: Schema): readonly SObjectDescribe[] {
  const custom = schema.objectNames().filter((name) => /__\w+$/u.test(name));
  const names = [...curatedObjects().map(({ name }) => name), ...custom];
  return names.flatMap((name) => schema.object(name) ?? []);
}

function entityRow(describe: SObjectDescribe): Row {
  return {
    object: "EntityDefinition",
    id: describe.name,
    isDeleted: false,
    values: {
      DurableId: describe.name,
      QualifiedApiName: describe.name,
      DeveloperName: withoutSuffix(describe.name),
      MasterLabel: describe.label,
      Label: describe.label,
      PluralLabel: describe.labelPlural,
      KeyPrefix: describe.keyPrefix,
      IsCustomSetting: /CustomSetting$/.test(describe.kind),
      IsQueryable: describe.isQueryable,
      IsEverCreatable: describe.isCreateable,
      IsEverUpdatable: describe.isUpdateable,
      IsEverDeletable: describe.isDeletable,
      ...customizing(describe),
    },
  };
}

/** What can be made for objects of the project; of Salesforce's own it is not known. Source: Tooling API, "EntityDefinition". */
function customizing({ kind }: SObjectDescribe): Row["values"] {
  const isCustom = kind === "custom";
  const isTriggerable = isCustom || kind === "platformEvent";
  return kind === "standard"
    ? {}
    : {
        IsApexTriggerable: isTriggerable,
        IsTriggerable: isTriggerable,
        IsCustomizable: isTriggerable || kind === "customMetadata" || /CustomSetting$/.test(kind),
        IsLayoutable: isCustom || kind === "customMetadata",
      };
}

function fieldRow(field: FieldDescribe): Row {
  const id = `${field.object}.${field.name}`;
  return {
    object: "FieldDefinition",
    id,
    isDeleted: false,
    values: {
      DurableId: id,
      QualifiedApiName: field.name,
      DeveloperName:
        field.relationshipName === null || field.isCustom
          ? withoutSuffix(field.name)
          : field.relationshipName,
      EntityDefinitionId: field.object,
      MasterLabel: field.label,
      Label: field.label,
      DataType: dataType(field),
      Length: field.length,
      Precision: field.precision,
      Scale: field.scale,
      RelationshipName: field.relationshipName,
      IsCalculated: field.formula !== null,
      IsNillable: field.isNillable,
      IsNameField: field.isNameField,
      IsHtmlFormatted: field.isHtmlFormatted,
      IsFieldHistoryTracked: field.isHistoryTracked,
      IsIndexed: field.isUnique || field.isExternalId || field.relationship !== null,
      IsApiFilterable: field.isFilterable,
      IsApiSortable: field.isSortable,
      IsApiGroupable: field.isGroupable,
      IsPolymorphicForeignKey: field.referenceTo.length > 1,
      Description: field.description,
    },
  };
}

function withoutSuffix(name: string): string {
  return name.replace(/__\w+$/u, "");
}

/** As Setup writes it: `Lookup(Account)`, `Text(80)`, `Formula (Number)`. */
function dataType(field: FieldDescribe): string {
  const plain = TYPE_WORDS[field.type] ?? "Text";
  if (field.formula !== null) return `Formula (${plain})`;
  if (field.autoNumberFormat !== null) return "Auto Number";
  if (field.relationship !== null) {
    const kind = field.relationship === "masterDetail" ? "Master-Detail" : "Lookup";
    return `${kind}(${field.referenceTo.join(",")})`;
  }
  switch (field.type) {
    case "string":
    case "encryptedstring":
      return `${plain}(${field.length})`;
    case "double":
    case "currency":
    case "percent":
      return `${plain}(${field.precision - field.scale}, ${field.scale})`;
    case "int":
      return `Number(${field.precision}, 0)`;
    default:
      return plain;
  }
}

const TYPE_WORDS: Readonly<Partial<Record<FieldDescribe["type"], string>>> = {
  id: "Lookup()",
  textarea: "Long Text Area",
  boolean: "Checkbox",
  int: "Number",
  long: "Number",
  double: "Number",
  currency: "Currency",
  percent: "Percent",
  date: "Date",
  datetime: "Date/Time",
  time: "Time",
  email: "Email",
  phone: "Phone",
  url: "URL",
  picklist: "Picklist",
  multipicklist: "Picklist (Multi-Select)",
  encryptedstring: "Text (Encrypted)",
  address: "Address",
  location: "Geolocation",
};
