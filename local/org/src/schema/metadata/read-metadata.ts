/** Reads the files of a project, each by the reader of its type. */
import { readFileSync } from "node:fs";
import { readDashboard } from "../../analytics/source/read-dashboard.ts";
import { readFolder } from "../../analytics/source/read-folder.ts";
import { readReport } from "../../analytics/source/read-report.ts";
import { readReportType } from "../../analytics/source/read-report-type.ts";
import { readApexFile, readStaticResource } from "./content-files.ts";
import { readCustomMetadata } from "./custom-metadata.ts";
import { readExternalCredential, readNamedCredential } from "./credentials.ts";
import { readDuplicateRule, readMatchingRules } from "./duplicate-rules.ts";
import { readEmailTemplate } from "./email-templates.ts";
import { readFlow } from "../flows/read-flow.ts";
import { readGroup, readNotificationType, readQueue, readRole } from "./groups.ts";
import { WITHOUT_EFFECT } from "./ignored-types.ts";
import { isObjectPart, readObject, readObjectPart } from "./object-files.ts";
import { readPermissionSet, readPermissionSetGroup, readProfile } from "./permissions.ts";
import { readGlobalValues } from "./picklist.ts";
import { readOrgSettings } from "./org-settings.ts";
import { emptyMetadata, type ProjectMetadata } from "./project-metadata.ts";
import {
  readCachePartition,
  readCustomPermission,
  readLabel,
  readLabels,
  readRemoteSite,
  readSubscriberConfig,
} from "./settings.ts";
import { readSharingRules } from "./sharing-rules.ts";
import { readWorkflow } from "../workflows/read-workflow.ts";
import { sourceName, type SourceName } from "./source-name.ts";
import { readXml, type XmlElement } from "./xml.ts";

type Reader = (
  root: XmlElement,
  source: SourceName,
  metadata: ProjectMetadata,
  file: string,
) => void;

/** By suffix: the name of the file's root element, and what is done with it. */
const READERS: Readonly<Record<string, readonly [root: string, reader: Reader]>> = {
  object: ["CustomObject", readObject],
  globalValueSet: [
    "GlobalValueSet",
    (root, { name }, { globalValueSets }) => globalValueSets.set(name, readGlobalValues(root)),
  ],
  md: [
    "CustomMetadata",
    (root, { name }, { customMetadata }, file) =>
      customMetadata.push(readCustomMetadata(root, name, file)),
  ],
  labels: ["CustomLabels", (root, _, { labels }) => labels.push(...readLabels(root))],
  // A file for each, where the project has "decomposeCustomLabelsBeta" or "…Beta2" among its sourceBehaviorOptions.
  label: ["CustomLabel", (root, _, { labels }) => labels.push(readLabel(root))],
  permissionset: [
    "PermissionSet",
    (root, { name }, { permissionSets }) => permissionSets.push(readPermissionSet(root, name)),
  ],
  profile: ["Profile", (root, { name }, { profiles }) => profiles.push(readProfile(root, name))],
  permissionsetgroup: [
    "PermissionSetGroup",
    (root, { name }, { permissionSetGroups }) =>
      permissionSetGroups.push(readPermissionSetGroup(root, name)),
  ],
  mutingpermissionset: [
    "MutingPermissionSet",
    (root, { name }, { mutingPermissionSets }) =>
      mutingPermissionSets.push(readPermissionSet(root, name)),
  ],
  customPermission: [
    "CustomPermission",
    (root, { name }, { customPermissions }) =>
      customPermissions.push(readCustomPermission(root, name)),
  ],
  queue: ["Queue", (root, { name }, { queues }) => queues.push(readQueue(root, name))],
  group: ["Group", (root, { name }, { groups }) => groups.push(readGroup(root, name))],
  role: ["Role", (root, { name }, { roles }) => roles.push(readRole(root, name))],
  notiftype: [
    "CustomNotificationType",
    (root, { name }, { notificationTypes }) =>
      notificationTypes.push(readNotificationType(root, name)),
  ],
  email: [
    "EmailTemplate",
    (root, { name }, { emailTemplates }, file) =>
      emailTemplates.push(readEmailTemplate(root, name, file)),
  ],
  namedCredential: [
    "NamedCredential",
    (root, { name }, { namedCredentials }) =>
      namedCredentials.push(readNamedCredential(root, name)),
  ],
  externalCredential: [
    "ExternalCredential",
    (root, { name }, { externalCredentials }) =>
      externalCredentials.push(readExternalCredential(root, name)),
  ],
  remoteSite: [
    "RemoteSiteSetting",
    (root, _, { remoteSites }) => remoteSites.push(...(readRemoteSite(root)?.split(" ") ?? [])),
  ],
  platformEventSubscriberConfig: [
    "PlatformEventSubscriberConfig",
    (root, { name }, { subscriberConfigs }) =>
      subscriberConfigs.push(readSubscriberConfig(root, name)),
  ],
  cachePartition: [
    "PlatformCachePartition",
    (root, { name }, { cachePartitions }) => cachePartitions.push(readCachePartition(root, name)),
  ],
  resource: ["StaticResource", readStaticResource],
  page: ["ApexPage", (_root, { name }, { pages }) => pages.push(name)],
  dwl: [
    "DataWeaveResource",
    (_root, { name }, { dataWeaveScripts }, file) =>
      dataWeaveScripts.set(name, file.replace(/-meta\.xml$/, "")),
  ],
  sharingRules: [
    "SharingRules",
    (root, { name }, { sharingRules }) =>
      sharingRules.set(name, [...(sharingRules.get(name) ?? []), ...readSharingRules(root)]),
  ],
  matchingRule: [
    "MatchingRules",
    (root, { name }, { matchingRules, notices }, file) =>
      matchingRules.push(...readMatchingRules(root, name, file, notices)),
  ],
  duplicateRule: [
    "DuplicateRule",
    (root, { name }, { duplicateRules, notices }, file) =>
      duplicateRules.push(...readDuplicateRule(root, name, file, notices)),
  ],
  report: [
    "Report",
    (root, { name }, { analytics }, file) => analytics.reports.push(readReport(root, name, file)),
  ],
  reportType: [
    "ReportType",
    (root, { name }, { analytics }, file) =>
      analytics.reportTypes.push(readReportType(root, name, file)),
  ],
  reportFolder: [
    "ReportFolder",
    (root, { name }, { analytics }, file) =>
      analytics.folders.push(readFolder(root, "Report", name, file)),
  ],
  dashboard: [
    "Dashboard",
    (root, { name }, { analytics }, file) =>
      analytics.dashboards.push(readDashboard(root, name, file)),
  ],
  flow: ["Flow", (root, { name }, { flows }, file) => flows.push(readFlow(root, name, file))],
  workflow: [
    "Workflow",
    (root, { name }, { workflowRules, notices }, file) =>
      workflowRules.set(name, [
        ...(workflowRules.get(name) ?? []),
        ...readWorkflow(root, name, file, notices),
      ]),
  ],
  dashboardFolder: [
    "DashboardFolder",
    (root, { name }, { analytics }, file) =>
      analytics.folders.push(readFolder(root, "Dashboard", name, file)),
  ],
};

/** Nothing throws but a file that cannot be read: what is wrong with a file is a diagnostic, what is left out a notice. */
export function readMetadata(files: readonly string[]): ProjectMetadata {
  const metadata = emptyMetadata();
  for (const file of files) {
    if (/\.(cls|trigger)$/.test(file)) {
      readApexFile(file, metadata);
    } else {
      readFile(file, metadata);
    }
  }
  return metadata;
}

function readFile(file: string, metadata: ProjectMetadata): void {
  const source = sourceName(file);
  if (source === null || source.suffix === "cls" || source.suffix === "trigger") return;
  if (source.suffix === "tab") {
    metadata.tabs.add(source.name.toLowerCase());
    return;
  }
  if (source.suffix === "settings" && readOrgSettings(source.name, file, metadata)) return;
  const [root, reader] = READERS[source.suffix] ?? [null, null];
  if (root !== null) {
    const read = readXml(file, readFileSync(file, "utf8"), root);
    if ("error" in read) {
      metadata.diagnostics.push(read.error);
    } else {
      reader(read.element, source, metadata, file);
      if (/__[bx]$/i.test(source.name)) {
        const message = `Big and external objects are treated as custom objects: ${source.name}`;
        metadata.notices.push({ file, message });
      }
    }
  } else if (isObjectPart(source)) {
    readObjectPart(source, metadata, file);
  } else if (!WITHOUT_EFFECT.has(source.suffix)) {
    const message = `Metadata of this type has no effect here: ${source.suffix}`;
    metadata.notices.push({ file, message });
  }
}
