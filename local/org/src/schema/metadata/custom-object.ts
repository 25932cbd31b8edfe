/** CustomObject and what belongs to it, in one file or decomposed: Metadata API Developer Guide, "CustomObject". */
import type { FieldSetDescribe, RecordTypeDescribe, ValidationRule } from "../schema.ts";
import { readField, type FieldMetadata } from "./custom-field.ts";
import type { XmlElement } from "./xml.ts";

/** What an object's own file says; its parts are collected beside it. */
export interface ObjectSettings {
  readonly label: string | null;
  readonly labelPlural: string | null;
  readonly nameField: FieldMetadata | null;
  readonly customSettingsType: "List" | "Hierarchy" | null;
  readonly publishBehavior: "PublishAfterCommit" | "PublishImmediately";
  readonly sharingModel: string | null;
  readonly isHistoryTracked: boolean;
  readonly hasActivities: boolean;
  readonly hasFeeds: boolean;
}

export function readObjectSettings(object: XmlElement): ObjectSettings {
  const nameField = object.child("nameField");
  const settingsType = object.text("customSettingsType");
  return {
    label: object.text("label"),
    labelPlural: object.text("pluralLabel"),
    nameField: nameField === null ? null : readField(nameField, "Name"),
    customSettingsType:
      settingsType === "List" || settingsType === "Hierarchy" ? settingsType : null,
    publishBehavior:
      object.text("publishBehavior") === "PublishImmediately"
        ? "PublishImmediately"
        : "PublishAfterCommit",
    sharingModel: object.text("sharingModel"),
    isHistoryTracked: object.flag("enableHistory"),
    hasActivities: object.flag("enableActivities"),
    hasFeeds: object.flag("enableFeeds"),
  };
}

export function readRecordType(recordType: XmlElement, name: string): RecordTypeDescribe {
  return {
    developerName: name,
    label: recordType.text("label") ?? name,
    isActive: recordType.flag("active"),
    isDefault: false,
    isMaster: false,
  };
}

export function readFieldSet(fieldSet: XmlElement, name: string): FieldSetDescribe {
  return {
    name,
    label: fieldSet.text("label") ?? name,
    description: fieldSet.text("description"),
    fields: fieldSet.children("displayedFields").map((field) => ({
      path: field.text("field") ?? "",
      isRequired: field.flag("isRequired"),
    })),
  };
}

export function readValidationRule(rule: XmlElement, name: string): ValidationRule {
  return {
    name,
    isActive: rule.flag("active"),
    condition: rule.text("errorConditionFormula") ?? "",
    message: rule.text("errorMessage") ?? "",
    errorField: rule.text("errorDisplayField"),
  };
}
