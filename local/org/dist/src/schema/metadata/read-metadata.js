/** Reads the files of a project, each by the reader of its type. */
import { readFileSync } from "node:fs";
import { readApexFile, readStaticResource } from "./content-files.js";
import { readCustomMetadata } from "./custom-metadata.js";
import { readExternalCredential, readNamedCredential } from "./credentials.js";
import { readDuplicateRule, readMatchingRules } from "./duplicate-rules.js";
import { readGroup, readNotificationType, readQueue, readRole } from "./groups.js";
import { WITHOUT_EFFECT } from "./ignored-types.js";
import { isObjectPart, readObject, readObjectPart } from "./object-files.js";
import { readPermissionSet, readPermissionSetGroup } from "./permissions.js";
import { readGlobalValues } from "./picklist.js";
import { readOrgSettings } from "./org-settings.js";
import { emptyMetadata } from "./project-metadata.js";
import { readCachePartition, readCustomPermission, readLabels, readRemoteSite, readSubscriberConfig, } from "./settings.js";
import { readSharingRules } from "./sharing-rules.js";
import { sourceName } from "./source-name.js";
import { readXml } from "./xml.js";
/** By suffix: the name of the file's root element, and what is done with it. */
const READERS = {
    object: ["CustomObject", readObject],
    globalValueSet: [
        "GlobalValueSet",
        (root, { name }, { globalValueSets }) => globalValueSets.set(name, readGlobalValues(root)),
    ],
    md: [
        "CustomMetadata",
        (root, { name }, { customMetadata }, file) => customMetadata.push(readCustomMetadata(root, name, file)),
    ],
    labels: ["CustomLabels", (root, _, { labels }) => labels.push(...readLabels(root))],
    permissionset: [
        "PermissionSet",
        (root, { name }, { permissionSets }) => permissionSets.push(readPermissionSet(root, name)),
    ],
    profile: [
        "Profile",
        (root, { name }, { profiles }) => profiles.push(readPermissionSet(root, name)),
    ],
    permissionsetgroup: [
        "PermissionSetGroup",
        (root, { name }, { permissionSetGroups }) => permissionSetGroups.push(readPermissionSetGroup(root, name)),
    ],
    mutingpermissionset: [
        "MutingPermissionSet",
        (root, { name }, { mutingPermissionSets }) => mutingPermissionSets.push(readPermissionSet(root, name)),
    ],
    customPermission: [
        "CustomPermission",
        (root, { name }, { customPermissions }) => customPermissions.push(readCustomPermission(root, name)),
    ],
    queue: ["Queue", (root, { name }, { queues }) => queues.push(readQueue(root, name))],
    group: ["Group", (root, { name }, { groups }) => groups.push(readGroup(root, name))],
    role: ["Role", (root, { name }, { roles }) => roles.push(readRole(root, name))],
    notiftype: [
        "CustomNotificationType",
        (root, { name }, { notificationTypes }) => notificationTypes.push(readNotificationType(root, name)),
    ],
    namedCredential: [
        "NamedCredential",
        (root, { name }, { namedCredentials }) => namedCredentials.push(readNamedCredential(root, name)),
    ],
    externalCredential: [
        "ExternalCredential",
        (root, { name }, { externalCredentials }) => externalCredentials.push(readExternalCredential(root, name)),
    ],
    remoteSite: [
        "RemoteSiteSetting",
        (root, _, { remoteSites }) => remoteSites.push(...(readRemoteSite(root)?.split(" ") ?? [])),
    ],
    platformEventSubscriberConfig: [
        "PlatformEventSubscriberConfig",
        (root, { name }, { subscriberConfigs }) => subscriberConfigs.push(readSubscriberConfig(root, name)),
    ],
    cachePartition: [
        "PlatformCachePartition",
        (root, { name }, { cachePartitions }) => cachePartitions.push(readCachePartition(root, name)),
    ],
    resource: ["StaticResource", readStaticResource],
    sharingRules: [
        "SharingRules",
        (root, { name }, { sharingRules }) => sharingRules.set(name, [...(sharingRules.get(name) ?? []), ...readSharingRules(root)]),
    ],
    matchingRule: [
        "MatchingRules",
        (root, { name }, { matchingRules, notices }, file) => matchingRules.push(...readMatchingRules(root, name, file, notices)),
    ],
    duplicateRule: [
        "DuplicateRule",
        (root, { name }, { duplicateRules, notices }, file) => duplicateRules.push(...readDuplicateRule(root, name, file, notices)),
    ],
};
/** Nothing throws but a file that cannot be read: what is wrong with a file is a diagnostic, what is left out a notice. */
export function readMetadata(files) {
    const metadata = emptyMetadata();
    for (const file of files) {
        if (/\.(cls|trigger)$/.test(file)) {
            readApexFile(file, metadata);
        }
        else {
            readFile(file, metadata);
        }
    }
    return metadata;
}
function readFile(file, metadata) {
    const source = sourceName(file);
    if (source === null || source.suffix === "cls" || source.suffix === "trigger")
        return;
    if (source.suffix === "tab") {
        metadata.tabs.add(source.name.toLowerCase());
        return;
    }
    if (source.suffix === "settings" && readOrgSettings(source.name, file, metadata))
        return;
    const [root, reader] = READERS[source.suffix] ?? [null, null];
    if (root !== null) {
        const read = readXml(file, readFileSync(file, "utf8"), root);
        if ("error" in read) {
            metadata.diagnostics.push(read.error);
        }
        else {
            reader(read.element, source, metadata, file);
            if (/__[bx]$/i.test(source.name)) {
                const message = `Big and external objects are treated as custom objects: ${source.name}`;
                metadata.notices.push({ file, message });
            }
        }
    }
    else if (isObjectPart(source)) {
        readObjectPart(source, metadata, file);
    }
    else if (!WITHOUT_EFFECT.has(source.suffix)) {
        const message = `Metadata of this type has no effect here: ${source.suffix}`;
        metadata.notices.push({ file, message });
    }
}
