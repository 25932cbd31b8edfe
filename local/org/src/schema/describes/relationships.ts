/** Which lookups point to an object, over the whole project. */
import type { ObjectMetadata, ProjectMetadata } from "../metadata/project-metadata.ts";
import { NameMap } from "../name-map.ts";
import type { ChildRelationship } from "../schema.ts";
import { companionName } from "./companion-objects.ts";

/** By the object pointed to. */
export type ProjectChildren = ReadonlyMap<string, readonly ChildRelationship[]>;

export function projectChildren(metadata: ProjectMetadata): ProjectChildren {
  const children = new NameMap<ChildRelationship[]>();
  for (const object of metadata.objects.values()) {
    for (const field of object.fields) {
      const targets = field.type === "Hierarchy" ? ["User"] : field.referenceTo;
      for (const target of targets) {
        const list = children.get(target) ?? [];
        children.set(target, list);
        list.push({
          relationshipName:
            field.childRelationshipName === null ? null : `${field.childRelationshipName}__r`,
          // Fields of activities are fields of tasks and events; what is related is found among tasks.
          childObject: object.name === "Activity" ? "Task" : object.name,
          field: field.name,
          isCascadeDelete: field.type === "MasterDetail" || field.deleteConstraint === "Cascade",
        });
      }
    }
  }
  return children;
}

/** Standard children that records of custom objects have: Object Reference, the parent fields of these objects. */
const STANDARD_CHILDREN: readonly (readonly [name: string, child: string, field: string])[] = [
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
] as const;

export function standardChildren(object: ObjectMetadata): readonly ChildRelationship[] {
  const activities = object.settings?.hasActivities === true ? ACTIVITY_CHILDREN : [];
  const children = [...STANDARD_CHILDREN, ...activities].map(
    ([relationshipName, child, field]) => ({
      relationshipName,
      childObject: child,
      field,
      isCascadeDelete: true,
    }),
  );
  return [...children, ...companionChildren(object)];
}

function companionChildren(object: ObjectMetadata): readonly ChildRelationship[] {
  const companions = [
    [hasShares(object), "Shares", "share"],
    [object.settings?.isHistoryTracked === true, "Histories", "history"],
    [object.settings?.hasFeeds === true, "Feeds", "feed"],
  ] as const;
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
export function hasShares(object: ObjectMetadata): boolean {
  const model = object.settings?.sharingModel ?? "ReadWrite";
  return model === "Private" || model === "Read";
}

/** The objects that a polymorphic standard lookup takes as well, custom ones but for one. */
export function addedReferences(
  metadata: ProjectMetadata,
): (object: string, field: string) => readonly string[] {
  const custom = [...metadata.objects.values()].filter(
    (object) => /__c$/i.test(object.name) && object.settings?.customSettingsType === null,
  );
  const names = custom.map((object) => object.name);
  const withActivities = custom
    .filter((object) => object.settings?.hasActivities === true)
    .map((object) => object.name);
  return (object, field) => {
    const isActivity = ACTIVITY_CHILDREN.some(
      ([, child, parent]) => child === object && parent === field,
    );
    if (isActivity) return withActivities;
    // An email is kept with the record it is about as its task is. Sources: Object Reference, "EmailMessage", RelatedToId;
    // "EmailMessageRelation" has cases among what it can be about, which the stubs leave out.
    if (object === "EmailMessage" && field === "RelatedToId") return ["Case", ...withActivities];
    const takesAny =
      STANDARD_CHILDREN.some(([, child, parent]) => child === object && parent === field) ||
      (object === "ContentVersion" && field === "FirstPublishLocationId");
    return takesAny ? names : [];
  };
}
