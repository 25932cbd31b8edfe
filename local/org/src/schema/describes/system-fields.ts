/** The fields that the platform gives to the objects of a project. Source: Object Reference, "System Fields", and the pages of each kind. */
import type { ObjectSettings } from "../metadata/custom-object.ts";
import type { FieldDescribe, ObjectKind } from "../schema.ts";
import { fieldDescribe, SYSTEM_WRITTEN, type FieldDraft } from "./field-describe.ts";

type Draft = Omit<FieldDraft, "object">;

export interface SystemFieldContext {
  readonly object: string;
  readonly objectLabel: string;
  readonly kind: ObjectKind;
  readonly settings: ObjectSettings;
  /** A detail belongs to its master's owner. */
  readonly isDetail: boolean;
  readonly hasRecordTypes: boolean;
  readonly hasTab: boolean;
  readonly hasCurrencies: boolean;
}

export function systemFields(context: SystemFieldContext): readonly FieldDescribe[] {
  return draftsOf(context).map((draft) => fieldDescribe({ ...draft, object: context.object }));
}

function draftsOf(context: SystemFieldContext): readonly Draft[] {
  const id = idField(`${context.objectLabel} ID`);
  switch (context.kind) {
    case "platformEvent":
      return [
        text("ReplayId", "Replay ID", 1000, { isCreateable: false, isUpdateable: false }),
        CREATED_DATE,
        CREATED_BY,
        text("EventUuid", "Event UUID", 36, { isCreateable: false, isUpdateable: false }),
      ];
    case "customMetadata":
      return [id, ...CUSTOM_METADATA_FIELDS, SYSTEM_MODSTAMP];
    case "listCustomSetting":
    case "hierarchyCustomSetting":
      return [
        id,
        IS_DELETED,
        settingName(context.kind),
        SETUP_OWNER,
        ...AUDIT_FIELDS,
        SYSTEM_MODSTAMP,
      ];
    default:
      return recordFields(id, context);
  }
}

function recordFields(id: Draft, context: SystemFieldContext): readonly Draft[] {
  return [
    id,
    ...(context.isDetail ? [] : [OWNER]),
    IS_DELETED,
    nameField(context),
    ...(context.hasRecordTypes ? [RECORD_TYPE] : []),
    ...(context.hasCurrencies ? [CURRENCY] : []),
    ...AUDIT_FIELDS,
    SYSTEM_MODSTAMP,
    ...(context.settings.hasActivities
      ? [readOnlyDate("LastActivityDate", "Last Activity Date")]
      : []),
    ...(context.hasTab
      ? [
          readOnlyDatetime("LastViewedDate", "Last Viewed Date"),
          readOnlyDatetime("LastReferencedDate", "Last Referenced Date"),
        ]
      : []),
  ];
}

export function idField(label: string): Draft {
  return { name: "Id", label, type: "id", ...SYSTEM_WRITTEN };
}

export function text(
  name: string,
  label: string,
  length: number,
  more: Partial<FieldDescribe> = {},
): Draft {
  return { name, label, type: "string", length, ...more };
}

export function lookup(
  name: string,
  label: string,
  referenceTo: readonly string[],
  more: Partial<FieldDescribe> = {},
): Draft {
  const relationshipName = name.replace(/Id$/, "");
  return { name, label, type: "reference", referenceTo, relationshipName, ...more };
}

function readOnlyDate(name: string, label: string): Draft {
  return { name, label, type: "date", isCreateable: false, isUpdateable: false };
}

function readOnlyDatetime(name: string, label: string): Draft {
  return { name, label, type: "datetime", isCreateable: false, isUpdateable: false };
}

function writtenDatetime(name: string, label: string): Draft {
  return { name, label, type: "datetime", ...SYSTEM_WRITTEN };
}

function writtenUser(name: string, label: string): Draft {
  return lookup(name, label, ["User"], { ...SYSTEM_WRITTEN, deleteConstraint: "Restrict" });
}

export const CREATED_DATE: Draft = writtenDatetime("CreatedDate", "Created Date");
export const CREATED_BY: Draft = writtenUser("CreatedById", "Created By ID");
export const LAST_MODIFIED_DATE: Draft = writtenDatetime("LastModifiedDate", "Last Modified Date");
export const LAST_MODIFIED_BY: Draft = writtenUser("LastModifiedById", "Last Modified By ID");
export const SYSTEM_MODSTAMP: Draft = writtenDatetime("SystemModstamp", "System Modstamp");
export const IS_DELETED: Draft = {
  name: "IsDeleted",
  label: "Deleted",
  type: "boolean",
  ...SYSTEM_WRITTEN,
};

const AUDIT_FIELDS: readonly Draft[] = [
  CREATED_DATE,
  CREATED_BY,
  LAST_MODIFIED_DATE,
  LAST_MODIFIED_BY,
];

const OWNER: Draft = lookup("OwnerId", "Owner ID", ["Group", "User"], {
  isNillable: false,
  isDefaultedOnCreate: true,
  deleteConstraint: "Restrict",
});

const RECORD_TYPE: Draft = lookup("RecordTypeId", "Record Type ID", ["RecordType"]);

const CURRENCY: Draft = {
  name: "CurrencyIsoCode",
  label: "Currency ISO Code",
  type: "picklist",
  length: 3,
  isDefaultedOnCreate: true,
};

const SETUP_OWNER: Draft = lookup("SetupOwnerId", "Location", ["Organization", "Profile", "User"], {
  isNillable: false,
  isDefaultedOnCreate: true,
});

/** Tests may set them on records that are never saved; nobody saves such a record by DML. */
const CUSTOM_METADATA_FIELDS: readonly Draft[] = [
  text("DeveloperName", "Custom Metadata Record Name", 40, { isNillable: false }),
  // By its name field a selector of dlrs orders custom metadata, and finds it in the order of the labels.
  text("MasterLabel", "Label", 40, { isNillable: false, isNameField: true }),
  { name: "Language", label: "Master Language", type: "picklist", length: 40, isNillable: false },
  text("NamespacePrefix", "Namespace Prefix", 15),
  text("Label", "Label", 40),
  text("QualifiedApiName", "Qualified API Name", 70),
];

function settingName(kind: ObjectKind): Draft {
  const isList = kind === "listCustomSetting";
  return text("Name", "Name", isList ? 38 : 80, {
    isNameField: true,
    isNillable: !isList,
    isRequired: isList,
  });
}

/** A text name left out becomes the record's id; a numbered one cannot be written. */
function nameField({ settings }: SystemFieldContext): Draft {
  const field = settings.nameField;
  const label = field?.label ?? "Name";
  const parts = { isNameField: true, isIdLookup: true };
  return field?.type === "AutoNumber"
    ? text("Name", label, 80, {
        ...parts,
        ...SYSTEM_WRITTEN,
        autoNumberFormat: field.displayFormat ?? "{0}",
        isHistoryTracked: field.isHistoryTracked,
      })
    : text("Name", label, field?.length ?? 80, {
        ...parts,
        isDefaultedOnCreate: true,
        isHistoryTracked: field?.isHistoryTracked ?? false,
      });
}
