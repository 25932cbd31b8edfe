/** The merged view of the standard objects and a project's own, each built when it is first asked for. */
import { companionDescribe, companionName, } from "./describes/companion-objects.js";
import { customObjectDescribe, kindOf } from "./describes/custom-object-describe.js";
import { allotKeyPrefixes, placeOfPrefix, undocumentedPrefix } from "./describes/key-prefixes.js";
import { addedReferences, hasShares, projectChildren } from "./describes/relationships.js";
import { standardObjectDescribe } from "./describes/standard-object-describe.js";
import { summaryType } from "./describes/summary-type.js";
import { NameMap } from "./name-map.js";
import { curatedObject, curatedObjects } from "./standard/curated-objects.js";
import { objectsWithKnownPrefix, standardKeyPrefix } from "./standard/key-prefixes.js";
import { featureOfObject } from "./standard/org-features.js";
import { standardObjects } from "./standard/standard-objects.js";
export function describesOf(metadata, features) {
    const sources = sourcesOf(metadata, features);
    const built = new NameMap();
    const byPrefix = new Map();
    for (const name of [...curatedObjects().map((each) => each.name), ...objectsWithKnownPrefix()]) {
        const prefix = standardKeyPrefix(name);
        if (prefix !== null && !byPrefix.has(prefix))
            byPrefix.set(prefix, name);
    }
    for (const [name, prefix] of sources.keyPrefixes)
        byPrefix.set(prefix, name);
    const standardNames = standardObjects().names();
    function object(name) {
        const known = built.get(name);
        if (known !== undefined)
            return known;
        const describe = sources.build(name, object);
        if (describe !== undefined)
            built.set(name, describe);
        return describe;
    }
    return {
        object,
        objectNames: () => sources.names,
        objectByKeyPrefix: (prefix) => {
            const name = byPrefix.get(prefix) ?? standardNames[placeOfPrefix(prefix)];
            return name === undefined ? undefined : object(name);
        },
    };
}
function sourcesOf(metadata, features) {
    const defined = [...metadata.objects.values()].filter(isDefined);
    const companions = NameMap.by(defined.flatMap(companionsOf), (companion) => companion.name);
    const keyPrefixes = allotKeyPrefixes([...defined, ...companions.values()].map(({ name }) => name));
    const children = projectChildren(metadata);
    const references = addedReferences(metadata);
    const standard = standardObjects();
    const isThere = (name) => {
        const feature = featureOfObject(name);
        return feature === null || features.has(feature);
    };
    return {
        names: [
            ...defined.map(({ name }) => name),
            ...[...companions.values()].map(({ name }) => name),
            ...standard.names().filter(isThere),
        ],
        keyPrefixes,
        build(name, object) {
            const own = metadata.objects.get(name.toLowerCase());
            if (own !== undefined && isDefined(own)) {
                return customObjectDescribe(own, own.settings, {
                    keyPrefix: keyPrefixes.get(name) ?? null,
                    hasTab: metadata.tabs.has(name.toLowerCase()),
                    hasCurrencies: features.has("MultiCurrency"),
                    fields: fieldContext(own.name, metadata),
                    children: children.get(name) ?? [],
                });
            }
            const companion = companions.get(name);
            if (companion !== undefined) {
                const parent = object(companion.parent.name);
                return parent === undefined
                    ? undefined
                    : companionDescribe(parent, companion.kind, keyPrefixes.get(name) ?? null, companion.parent.sharingReasons);
            }
            const found = standard.find(name);
            return found === undefined || !isThere(found.name)
                ? undefined
                : standardObjectDescribe(found, {
                    keyPrefix: standardPrefix(found.name),
                    features,
                    countries: metadata.countries,
                    addedReferences: references,
                    fields: fieldContext(found.name, metadata),
                    additions: additionsTo(found.name, metadata),
                    children: children.get(found.name) ?? [],
                });
        },
    };
}
/** Custom objects only: of a standard object a project gives settings, not the definition. */
function isDefined(object) {
    return object.settings !== null && /__[a-z]+$/i.test(object.name);
}
function companionsOf(parent) {
    if (!/__c$/i.test(parent.name) || kindOf(parent.name, parent.settings) !== "custom")
        return [];
    const kinds = [
        [hasShares(parent), "share"],
        [parent.settings.isHistoryTracked, "history"],
        [parent.settings.hasFeeds, "feed"],
        [true, "changeEvent"],
    ];
    return kinds
        .filter(([isThere]) => isThere)
        .map(([, kind]) => ({ name: companionName(parent.name, kind), kind, parent }));
}
/** Documented, or one of this org's own making; a curated object without a prefix has no ids. */
function standardPrefix(name) {
    const known = standardKeyPrefix(name);
    if (known !== null || curatedObject(name) !== undefined)
        return known;
    return undocumentedPrefix(standardObjects().names().indexOf(name));
}
function additionsTo(name, metadata) {
    const names = name === "Task" || name === "Event" ? [name, "Activity"] : [name];
    return names.flatMap((addition) => metadata.objects.get(addition.toLowerCase()) ?? []);
}
function fieldContext(object, metadata) {
    return {
        object,
        globalValues: (name) => metadata.globalValueSets.get(name) ?? [],
        summaryType: (field) => summaryType(field, metadata),
    };
}
