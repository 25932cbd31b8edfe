/** The schema of an org into which the projects at some paths were deployed. */
import { checkAnalytics } from "../analytics/check/check-analytics.ts";
import type { Diagnostic } from "../syntax/diagnostic.ts";
import { checkMetadata } from "./check-metadata.ts";
import { describesOf } from "./describes.ts";
import { flowGaps, flowNotices } from "./flows/flow-gaps.ts";
import { duplicateRules } from "./metadata/duplicate-rules.ts";
import { metadataRecords } from "./metadata-records.ts";
import type { ApexSource, Notice, ProjectMetadata } from "./metadata/project-metadata.ts";
import { readMetadata } from "./metadata/read-metadata.ts";
import { NameMap } from "./name-map.ts";
import { projectFiles } from "./project.ts";
import type { Schema } from "./schema.ts";
import type { OrgFeature } from "./standard/curated-types.ts";

export interface LoadedSchema {
  readonly schema: Schema;
  /** The classes and triggers, for the compiler. */
  readonly apex: readonly ApexSource[];
  readonly sourceApiVersion: string | null;
  /** All that was read, with what the schema has no place for: profiles, roles, remote sites. */
  readonly metadata: ProjectMetadata;
  readonly notices: readonly Notice[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * @param paths projects, or folders or files of source
 * @throws ProjectPathError when a path cannot be loaded at all
 */
export function loadSchema(
  paths: readonly string[],
  features: ReadonlySet<OrgFeature> = new Set(),
): LoadedSchema {
  const { files, sourceApiVersion, namespaces } = projectFiles(paths);
  const metadata = readMetadata(files);
  const describes = describesOf(metadata, new Set([...features, ...metadata.features]));
  const problems = checkMetadata(metadata, isOneOf(describes.objectNames), describes.object);
  const schema: Schema = {
    ...describes,
    metadataRecords: metadataRecords(metadata, describes.object),
    namespaces,
    labels: labelsOf(metadata),
    permissionSets: NameMap.by(metadata.permissionSets, (set) => set.name),
    profiles: NameMap.by(metadata.profiles, (profile) => profile.name),
    permissionSetGroups: NameMap.by(metadata.permissionSetGroups, (group) => group.name),
    mutingPermissionSets: NameMap.by(metadata.mutingPermissionSets, (set) => set.name),
    customPermissions: metadata.customPermissions.map(({ name }) => name),
    queues: metadata.queues,
    sharingRules: new NameMap(metadata.sharingRules),
    duplicateRules: new NameMap(duplicateRules(metadata.duplicateRules, metadata.matchingRules)),
    countries: metadata.countries,
    parentRoles: new NameMap(
      metadata.roles.flatMap(({ developerName, parentRole }) =>
        parentRole === null ? [] : [[developerName, parentRole] as const],
      ),
    ),
    namedCredentials: NameMap.by(metadata.namedCredentials, (credential) => credential.name),
    externalCredentials: NameMap.by(metadata.externalCredentials, ({ name }) => name),
    subscriberConfigs: NameMap.by(metadata.subscriberConfigs, (config) => config.consumer),
    cachePartitions: metadata.cachePartitions,
    staticResources: staticResourcesOf(metadata),
    pages: new Set(metadata.pages.map((name) => name.toLowerCase())),
    dataWeaveScripts: new NameMap(metadata.dataWeaveScripts),
    analytics: metadata.analytics,
    flows: NameMap.by(metadata.flows, ({ name }) => name),
    workflowRules: new NameMap(metadata.workflowRules),
  };
  return {
    schema,
    apex: metadata.apex,
    sourceApiVersion,
    metadata,
    notices: [...metadata.notices, ...flowNotices(metadata.flows)],
    diagnostics: [
      ...metadata.diagnostics,
      ...problems,
      ...checkAnalytics(schema, metadata),
      ...flowGaps(metadata.flows),
    ],
  };
}

/** A small project asks for none of thousands. */
function isOneOf(names: () => readonly string[]): (name: string) => boolean {
  let known: ReadonlySet<string> | undefined;
  return (name) => {
    known ??= new Set(names().map((each) => each.toLowerCase()));
    return known.has(name.toLowerCase());
  };
}

function labelsOf(metadata: ProjectMetadata): ReadonlyMap<string, string> {
  const labels = new NameMap<string>();
  for (const [name, value] of metadata.labels) labels.set(name, value);
  return labels;
}

function staticResourcesOf(metadata: ProjectMetadata): ReadonlyMap<string, string> {
  const resources = new NameMap<string>();
  for (const { name, path } of metadata.staticResources) resources.set(name, path);
  return resources;
}
