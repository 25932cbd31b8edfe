import { checkMetadata } from "./check-metadata.js";
import { describesOf } from "./describes.js";
import { duplicateRules } from "./metadata/duplicate-rules.js";
import { metadataRecords } from "./metadata-records.js";
import { readMetadata } from "./metadata/read-metadata.js";
import { NameMap } from "./name-map.js";
import { projectFiles } from "./project.js";
/**
 * @param paths projects, or folders or files of source
 * @throws ProjectPathError when a path cannot be loaded at all
 */
export function loadSchema(paths, features = new Set()) {
    const { files, sourceApiVersion } = projectFiles(paths);
    const metadata = readMetadata(files);
    const describes = describesOf(metadata, new Set([...features, ...metadata.features]));
    const names = new Set(describes.objectNames().map((name) => name.toLowerCase()));
    const problems = checkMetadata(metadata, (name) => names.has(name.toLowerCase()), describes.object);
    return {
        schema: {
            ...describes,
            metadataRecords: metadataRecords(metadata, describes.object),
            labels: labelsOf(metadata),
            permissionSets: NameMap.by(metadata.permissionSets, (set) => set.name),
            permissionSetGroups: NameMap.by(metadata.permissionSetGroups, (group) => group.name),
            mutingPermissionSets: NameMap.by(metadata.mutingPermissionSets, (set) => set.name),
            customPermissions: metadata.customPermissions.map(({ name }) => name),
            queues: metadata.queues,
            sharingRules: new NameMap(metadata.sharingRules),
            duplicateRules: new NameMap(duplicateRules(metadata.duplicateRules, metadata.matchingRules)),
            countries: metadata.countries,
            parentRoles: new NameMap(metadata.roles.flatMap(({ developerName, parentRole }) => parentRole === null ? [] : [[developerName, parentRole]])),
            namedCredentials: NameMap.by(metadata.namedCredentials, (credential) => credential.name),
            externalCredentials: NameMap.by(metadata.externalCredentials, ({ name }) => name),
            subscriberConfigs: NameMap.by(metadata.subscriberConfigs, (config) => config.consumer),
            cachePartitions: metadata.cachePartitions,
            staticResources: staticResourcesOf(metadata),
        },
        apex: metadata.apex,
        sourceApiVersion,
        metadata,
        notices: metadata.notices,
        diagnostics: [...metadata.diagnostics, ...problems],
    };
}
function labelsOf(metadata) {
    const labels = new NameMap();
    for (const [name, value] of metadata.labels)
        labels.set(name, value);
    return labels;
}
function staticResourcesOf(metadata) {
    const resources = new NameMap();
    for (const { name, path } of metadata.staticResources)
        resources.set(name, path);
    return resources;
}
