/** The objects that the platform keeps beside one of the project's: its shares, history, feed and change events. */
import type { FieldDescribe, ObjectKind, PicklistValue, SObjectDescribe } from "../schema.ts";
import type { SharingReason } from "../metadata/project-metadata.ts";
import { fieldDescribe, type FieldDraft } from "./field-describe.ts";
import { objectDescribe } from "./object-describe.ts";
import {
  CREATED_BY,
  CREATED_DATE,
  idField,
  IS_DELETED,
  LAST_MODIFIED_BY,
  LAST_MODIFIED_DATE,
  lookup,
  SYSTEM_MODSTAMP,
  text,
} from "./system-fields.ts";

export type CompanionKind = Extract<ObjectKind, "share" | "history" | "feed" | "changeEvent">;

const SUFFIXES: Readonly<Record<CompanionKind, string>> = {
  share: "Share",
  history: "History",
  feed: "Feed",
  changeEvent: "ChangeEvent",
};

/** `Foo__c` → `Foo__Share`. */
export function companionName(object: string, kind: CompanionKind): string {
  return object.replace(/c$/i, SUFFIXES[kind]);
}

export function companionDescribe(
  parent: SObjectDescribe,
  kind: CompanionKind,
  keyPrefix: string | null,
  sharingReasons: readonly SharingReason[],
): SObjectDescribe {
  const name = companionName(parent.name, kind);
  const fields = draftsOf(parent, kind, sharingReasons).map((draft) =>
    fieldDescribe({ ...draft, object: name }),
  );
  const isShare = kind === "share";
  return objectDescribe({
    name,
    label: `${parent.label} ${SUFFIXES[kind]}`,
    labelPlural: `${parent.label} ${SUFFIXES[kind]}`,
    kind,
    keyPrefix,
    fields: kind === "changeEvent" ? [...fields, ...changeEventFields(parent, name)] : fields,
    isCreateable: isShare,
    isUpdateable: isShare,
    isDeletable: isShare,
    isUndeletable: false,
    isQueryable: kind !== "changeEvent",
  });
}

type Draft = Omit<FieldDraft, "object">;

function draftsOf(
  parent: SObjectDescribe,
  kind: CompanionKind,
  sharingReasons: readonly SharingReason[],
): readonly Draft[] {
  const parentId = lookup("ParentId", "Parent ID", [parent.name], {
    isNillable: false,
    isUpdateable: false,
    deleteConstraint: "Cascade",
  });
  const id = idField("ID");
  switch (kind) {
    case "share":
      return [
        id,
        parentId,
        picklist("AccessLevel", "Access Level", ["Read", "Edit", "All"].map(likeItsName)),
        lookup("UserOrGroupId", "User/Group ID", ["Group", "User"], {
          isNillable: false,
          isUpdateable: false,
        }),
        picklist("RowCause", "Row Cause", [
          ...["Owner", "Manual", "Rule"].map(likeItsName),
          ...sharingReasons,
        ]),
        LAST_MODIFIED_DATE,
        LAST_MODIFIED_BY,
        IS_DELETED,
      ];
    case "history":
      return [
        id,
        IS_DELETED,
        parentId,
        CREATED_BY,
        CREATED_DATE,
        picklist("Field", "Changed Field", []),
        picklist("DataType", "Datatype", []),
        { name: "OldValue", label: "Old Value", type: "anyType" },
        { name: "NewValue", label: "New Value", type: "anyType" },
      ];
    case "feed":
      return [
        id,
        parentId,
        picklist("Type", "Feed Item Type", []),
        CREATED_BY,
        CREATED_DATE,
        IS_DELETED,
        LAST_MODIFIED_DATE,
        SYSTEM_MODSTAMP,
        { name: "CommentCount", label: "Comment Count", type: "int" },
        { name: "LikeCount", label: "Like Count", type: "int" },
        text("Title", "Title", 255),
        { name: "Body", label: "Body", type: "textarea", length: 10_000 },
        { name: "LinkUrl", label: "Link Url", type: "url", length: 1000 },
      ];
    case "changeEvent":
      return [
        idField("Change Event ID"),
        text("ReplayId", "Replay ID", 1000),
        { name: "ChangeEventHeader", label: "Change Event Header", type: "complexvalue" },
      ];
  }
}

/** The fields of the record that changed, but what is computed or deleted with it. */
function changeEventFields(parent: SObjectDescribe, name: string): readonly FieldDescribe[] {
  return [...parent.fields.values()]
    .filter(
      (field) =>
        field.name !== "Id" &&
        field.name !== "IsDeleted" &&
        field.name !== "SystemModstamp" &&
        field.formula === null &&
        field.rollup === null,
    )
    .map((field) => ({ ...field, object: name }));
}

function likeItsName(name: string): SharingReason {
  return { name, label: name };
}

function picklist(name: string, label: string, values: readonly SharingReason[]): Draft {
  const picklistValues = values.map((value): PicklistValue => ({
    value: value.name,
    label: value.label,
    isDefault: false,
    isActive: true,
  }));
  return { name, label, type: "picklist", length: 40, picklistValues };
}
