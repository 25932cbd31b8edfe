import type { FieldMetadata } from "../metadata/custom-field.ts";
import type { ObjectSettings } from "../metadata/custom-object.ts";
import type { ObjectMetadata } from "../metadata/project-metadata.ts";
import type { ChildRelationship, ObjectKind, SObjectDescribe } from "../schema.ts";
import { customFieldDescribes, type FieldContext } from "./custom-field-describe.ts";
import { objectDescribe, type ObjectDraft } from "./object-describe.ts";
import { standardChildren } from "./relationships.ts";
import { systemFields } from "./system-fields.ts";

export interface CustomObjectContext {
  readonly keyPrefix: string | null;
  readonly hasTab: boolean;
  readonly hasCurrencies: boolean;
  readonly fields: FieldContext;
  /** Of the project's lookups to it. */
  readonly children: readonly ChildRelationship[];
}

export function kindOf(name: string, settings: ObjectSettings): ObjectKind {
  if (/__e$/i.test(name)) return "platformEvent";
  if (/__mdt$/i.test(name)) return "customMetadata";
  if (settings.customSettingsType === "List") return "listCustomSetting";
  return settings.customSettingsType === "Hierarchy" ? "hierarchyCustomSetting" : "custom";
}

/** An object that the project defines. */
export function customObjectDescribe(
  object: ObjectMetadata,
  settings: ObjectSettings,
  context: CustomObjectContext,
): SObjectDescribe {
  const kind = kindOf(object.name, settings);
  const label = settings.label ?? object.name;
  const isDetail = object.fields.some(isMasterDetail);
  const own = systemFields({
    object: object.name,
    objectLabel: label,
    kind,
    settings,
    isDetail,
    hasRecordTypes: object.recordTypes.length > 0,
    hasTab: context.hasTab,
    hasCurrencies: context.hasCurrencies,
  });
  const isRecord = kind === "custom";
  return objectDescribe({
    name: object.name,
    label,
    labelPlural: settings.labelPlural ?? label,
    kind,
    isCustom: true,
    keyPrefix: context.keyPrefix,
    fields: [
      ...own,
      ...object.fields.flatMap((field) => customFieldDescribes(field, context.fields)),
    ],
    children: isRecord ? [...standardChildren(object), ...context.children] : context.children,
    fieldSets: object.fieldSets,
    recordTypes: object.recordTypes,
    validationRules: object.validationRules,
    isHistoryTracked: settings.isHistoryTracked,
    publishBehavior: kind === "platformEvent" ? settings.publishBehavior : null,
    sharingModel: isDetail ? "ControlledByParent" : (settings.sharingModel ?? "ReadWrite"),
    ...permitted(kind),
  });
}

/** Events are published and never changed; custom metadata is deployed and never written; settings have no recycle bin. */
function permitted(kind: ObjectKind): Partial<ObjectDraft> {
  switch (kind) {
    case "platformEvent":
      return { isUpdateable: false, isDeletable: false, isUndeletable: false, isQueryable: false };
    case "customMetadata":
      return { isCreateable: false, isUpdateable: false, isDeletable: false, isUndeletable: false };
    case "listCustomSetting":
    case "hierarchyCustomSetting":
      return { isUndeletable: false };
    default:
      return {};
  }
}

function isMasterDetail(field: FieldMetadata): boolean {
  return field.type === "MasterDetail";
}
