export function emptyMetadata() {
    return {
        objects: new Map(),
        globalValueSets: new Map(),
        customMetadata: [],
        labels: [],
        permissionSets: [],
        profiles: [],
        permissionSetGroups: [],
        mutingPermissionSets: [],
        customPermissions: [],
        queues: [],
        groups: [],
        roles: [],
        sharingRules: new Map(),
        duplicateRules: [],
        matchingRules: [],
        features: new Set(),
        countries: [],
        notificationTypes: [],
        namedCredentials: [],
        externalCredentials: [],
        remoteSites: [],
        subscriberConfigs: [],
        cachePartitions: [],
        staticResources: [],
        tabs: new Set(),
        apex: [],
        notices: [],
        diagnostics: [],
    };
}
/** The object of that name, begun when this is the first that is heard of it. */
export function objectMetadata(metadata, name, file) {
    const known = metadata.objects.get(name.toLowerCase());
    if (known !== undefined)
        return known;
    const begun = {
        name,
        settings: null,
        file,
        fields: [],
        recordTypes: [],
        fieldSets: [],
        validationRules: [],
        sharingReasons: [],
    };
    metadata.objects.set(name.toLowerCase(), begun);
    return begun;
}
