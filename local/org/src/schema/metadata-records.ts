/** The records that metadata brings with it, so that Apex can query them. References by id are for the org to fill in. */
import { readFileSync, statSync } from "node:fs";
import type { CustomMetadataRecord } from "./metadata/custom-metadata.ts";
import type { EmailTemplateMetadata } from "./metadata/email-templates.ts";
import type { ApexSource, ProjectMetadata } from "./metadata/project-metadata.ts";
import type { StaticResourceMetadata } from "./metadata/settings.ts";
import type { MetadataRecord, SObjectDescribe } from "./schema.ts";

export function metadataRecords(
  metadata: ProjectMetadata,
  object: (name: string) => SObjectDescribe | undefined,
): readonly MetadataRecord[] {
  return [
    ...metadata.customMetadata.flatMap((record) => customMetadataRecord(record, object) ?? []),
    ...metadata.apex.map(apexRecord),
    ...accessRecords(metadata),
    ...[...metadata.objects.values()].flatMap(({ name: objectName, recordTypes }) =>
      recordTypes.map(({ developerName, label, isActive }) =>
        record("RecordType", {
          DeveloperName: developerName,
          Name: label,
          SobjectType: objectName,
          IsActive: isActive,
        }),
      ),
    ),
    ...[...metadata.objects.values()].flatMap(({ name: objectName, listViews }) =>
      listViews.map(({ developerName, label }) =>
        record("ListView", {
          DeveloperName: developerName,
          Name: label,
          SobjectType: objectName,
          IsSoqlCompatible: true,
        }),
      ),
    ),
    ...metadata.staticResources.map(staticResourceRecord),
    ...metadata.cachePartitions.map(({ name, isDefault }) =>
      record("PlatformCachePartition", {
        DeveloperName: name,
        MasterLabel: name,
        IsDefaultPartition: isDefault,
        NamespacePrefix: null,
      }),
    ),
    ...metadata.emailTemplates.map(emailTemplateRecord),
    ...metadata.namedCredentials.map(({ name, label, url }) =>
      record("NamedCredential", { DeveloperName: name, MasterLabel: label, Endpoint: url }),
    ),
  ];
}

function record(object: string, values: MetadataRecord["values"]): MetadataRecord {
  return { object, values };
}

function accessRecords(metadata: ProjectMetadata): readonly MetadataRecord[] {
  return [
    ...metadata.permissionSets.map(({ name, label, description }) =>
      record("PermissionSet", {
        Name: name,
        Label: label,
        Description: description,
        Type: "Regular",
        IsCustom: true,
        IsOwnedByProfile: false,
      }),
    ),
    ...metadata.permissionSetGroups.map(({ name, label, description }) =>
      record("PermissionSetGroup", {
        DeveloperName: name,
        MasterLabel: label,
        Description: description,
        Status: "Updated",
      }),
    ),
    ...metadata.profiles.map(({ name }) => record("Profile", { Name: name })),
    ...metadata.customPermissions.map(({ name, label, description }) =>
      record("CustomPermission", {
        DeveloperName: name,
        MasterLabel: label,
        Description: description,
      }),
    ),
    ...metadata.queues.map(({ developerName, label }) =>
      record("Group", {
        DeveloperName: developerName,
        Name: label,
        Type: "Queue",
        DoesIncludeBosses: true,
      }),
    ),
    ...metadata.groups.map(({ developerName, label, includesBosses }) =>
      record("Group", {
        DeveloperName: developerName,
        Name: label,
        Type: "Regular",
        DoesIncludeBosses: includesBosses,
      }),
    ),
    ...metadata.roles.map((role) =>
      record("UserRole", {
        DeveloperName: role.developerName,
        Name: role.label,
        CaseAccessForAccountOwner: role.caseAccess,
        ContactAccessForAccountOwner: role.contactAccess,
        OpportunityAccessForAccountOwner: role.opportunityAccess,
      }),
    ),
    ...metadata.notificationTypes.map(({ developerName, label }) =>
      record("CustomNotificationType", {
        DeveloperName: developerName,
        CustomNotifTypeName: developerName,
        MasterLabel: label,
      }),
    ),
  ];
}

/** Its content in base64; that of an unpacked archive, which is a folder, is not packed again. */
function staticResourceRecord({ name, contentType, path }: StaticResourceMetadata): MetadataRecord {
  const content = statSync(path).isFile() ? readFileSync(path) : null;
  return record("StaticResource", {
    Name: name,
    ContentType: contentType,
    Body: content?.toString("base64") ?? null,
    BodyLength: content?.length ?? null,
  });
}

/** Of the two bodies a template with HTML has both, and one without has the text. */
function emailTemplateRecord(template: EmailTemplateMetadata): MetadataRecord {
  const isText = template.type === "text";
  return record("EmailTemplate", {
    DeveloperName: template.developerName,
    Name: template.label,
    Description: template.description,
    FolderName: template.folder,
    IsActive: template.isActive,
    TemplateType: template.type,
    TemplateStyle: "none",
    UiType: template.uiType,
    Encoding: "UTF-8",
    Subject: template.subject,
    Body: isText ? template.content : template.textOnly,
    HtmlValue: isText ? null : template.content,
    NamespacePrefix: null,
  });
}

/** Strings are kept whole: what looks like a comment in one is none. */
function withoutComments(apex: string): string {
  return apex.replace(/('(?:[^'\\\n]|\\.)*')|\/\*[\s\S]*?\*\/|\/\/.*/g, "$1");
}

export function apexRecord({ kind, name, path, apiVersion, status }: ApexSource): MetadataRecord {
  const body = readFileSync(path, "utf8");
  return record(kind === "class" ? "ApexClass" : "ApexTrigger", {
    Name: name,
    ApiVersion: apiVersion === null ? null : Number(apiVersion),
    Status: status,
    IsValid: true,
    Body: body,
    LengthWithoutComments: withoutComments(body).length,
    NamespacePrefix: null,
  });
}

/** Values by the fields' own spelling; a checkbox that the record leaves out has its default. null when there is no such type. */
function customMetadataRecord(
  source: CustomMetadataRecord,
  object: (name: string) => SObjectDescribe | undefined,
): MetadataRecord | null {
  const describe = object(source.object);
  if (describe === undefined) return null;
  const checkboxes = [...describe.fields.values()]
    .filter((field) => field.type === "boolean")
    .map((field): [string, boolean] => [field.name, field.defaultValue === "true"]);
  const given = Object.entries(source.values).flatMap(([name, value]) => {
    const field = describe.fields.get(name.toLowerCase());
    return field === undefined ? [] : [[field.name, value] as const];
  });
  return record(describe.name, {
    ...Object.fromEntries(checkboxes),
    ...Object.fromEntries(given),
    DeveloperName: source.developerName,
    MasterLabel: source.label,
    Label: source.label,
    QualifiedApiName: source.developerName,
    NamespacePrefix: null,
    Language: "en_US",
  });
}
