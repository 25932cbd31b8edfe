import { NameMap } from "../name-map.js";
import { companionName } from "./companion-objects.js";
export function projectChildren(metadata) {
    const children = new NameMap();
    for (const object of metadata.objects.values()) {
        for (const field of object.fields) {
            const targets = field.type === "Hierarchy" ? ["User"] : field.referenceTo;
            for (const target of targets) {
                const list = children.get(target) ?? [];
                children.set(target, list);
                list.push({
                    relationshipName: field.childRelationshipName === null ? null : `${field.childRelationshipName}__r`,
                    childObject: object.name,
                    field: field.name,
                    isCascadeDelete: field.type === "MasterDetail" || field.deleteConstraint === "Cascade",
                });
            }
        }
    }
    return children;
}
/** Standard children that records of custom objects have: Object Reference, the parent fields of these objects. */
const STANDARD_CHILDREN = [
    ["AttachedContentDocuments", "AttachedContentDocument", "LinkedEntityId"],
    ["Attachments", "Attachment", "ParentId"],
    ["ContentDocumentLinks", "ContentDocumentLink", "LinkedEntityId"],
    ["Notes", "Note", "ParentId"],
    ["ProcessInstances", "ProcessInstance", "TargetObjectId"],
    ["TopicAssignments", "TopicAssignment", "EntityId"],
];
const ACTIVITY_CHILDREN = [
    ["Events", "Event", "WhatId"],
    ["Tasks", "Task", "WhatId"],
];
export function standardChildren(object) {
    const activities = object.settings?.hasActivities === true ? ACTIVITY_CHILDREN : [];
    const children = [...STANDARD_CHILDREN, ...activities].map(([relationshipName, child, field]) => ({
        relationshipName,
        childObject: child,
        field,
        isCascadeDelete: true,
    }));
    return [...children, ...companionChildren(object)];
}
function companionChildren(object) {
    const companions = [
        [hasShares(object), "Shares", "share"],
        [object.settings?.isHistoryTracked === true, "Histories", "history"],
        [object.settings?.hasFeeds === true, "Feeds", "feed"],
    ];
    return companions
        .filter(([isThere]) => isThere)
        .map(([, relationshipName, kind]) => ({
        relationshipName,
        childObject: companionName(object.name, kind),
        field: "ParentId",
        isCascadeDelete: true,
    }));
}
/** Records that everybody may edit, and details, are not shared one by one. */
export function hasShares(object) {
    const model = object.settings?.sharingModel ?? "ReadWrite";
    return model === "Private" || model === "Read";
}
/** The custom objects that a polymorphic standard lookup takes as well. */
export function addedReferences(metadata) {
    const custom = [...metadata.objects.values()].filter((object) => /__c$/i.test(object.name) && object.settings?.customSettingsType === null);
    const names = custom.map((object) => object.name);
    const withActivities = custom
        .filter((object) => object.settings?.hasActivities === true)
        .map((object) => object.name);
    return (object, field) => {
        if (ACTIVITY_CHILDREN.some(([, child, parent]) => child === object && parent === field)) {
            return withActivities;
        }
        const takesAny = STANDARD_CHILDREN.some(([, child, parent]) => child === object && parent === field) ||
            (object === "ContentVersion" && field === "FirstPublishLocationId");
        return takesAny ? names : [];
    };
}
