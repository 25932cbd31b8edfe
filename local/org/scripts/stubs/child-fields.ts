import type { ObjectStub, ObjectStubField } from "./object-stubs.ts";

/** What a polymorphic owner can be: a queue is a Group. */
export const OWNERS: readonly string[] = ["Group", "User"];

/**
 * The stubs name a child relationship and the child object, but not the child's field. It is the child's only lookup to
 * the parent in most cases; these are the others that Apex code uses (Object Reference, each object's "ParentId", "WhoId" ...).
 */
const PERSON_OBJECTS = new Set(["Contact", "Lead"]);
const ACTIVITY_OBJECTS = new Set(["Task", "Event"]);
const KNOWN_FIELD = new Map([
  ["Account.ChildAccounts", "ParentId"],
  ["Account.ActivityHistories", "AccountId"],
  ["Account.OpenActivities", "AccountId"],
  ["Account.AccountPartnersFrom", "AccountFromId"],
  ["Account.AccountPartnersTo", "AccountToId"],
  ["Contact.AccountContactRelations", "ContactId"],
  ["User.DelegatedUsers", "DelegatedApproverId"],
  ["User.ManagedUsers", "ManagerId"],
  ["User.UserPreferences", "UserId"],
]);

/** Never what a named child relationship goes by, while there is another lookup. */
const BOOKKEEPING = new Set(["CreatedById", "LastModifiedById", "MasterRecordId"]);

/** What a polymorphic lookup to "any record" is called, the surest first. */
const ANY_RECORD = [
  "ParentId",
  "LinkedEntityId",
  "RelatedToId",
  "TargetObjectId",
  "RecordId",
  "RelatedRecordId",
  "EntityId",
  "WhatId",
];

/** The field of `child` that the parent's relationship goes by; null when the child has no lookup that could be it. */
export function childField(
  parent: string,
  relationshipName: string,
  child: ObjectStub,
): string | null {
  const known = KNOWN_FIELD.get(`${parent}.${relationshipName}`);
  if (known !== undefined && child.fields.some(({ name }) => name === known)) return known;
  if (isActivity(child.name)) return PERSON_OBJECTS.has(parent) ? "WhoId" : "WhatId";

  const lookups = child.fields.filter(({ lookup }) => lookup !== null);
  const direct = lookups.filter(({ lookup }) => lookup?.target === parent);
  const polymorphic = lookups.filter(
    ({ name, lookup }) =>
      lookup?.target === null && (name !== "OwnerId" || OWNERS.includes(parent)),
  );
  return (
    likeliest(direct, parent, relationshipName) ?? likeliest(polymorphic, parent, relationshipName)
  );
}

function isActivity(object: string): boolean {
  return ACTIVITY_OBJECTS.has(object) || object === "OpenActivity" || object === "ActivityHistory";
}

function likeliest(
  candidates: readonly ObjectStubField[],
  parent: string,
  relationshipName: string,
): string | null {
  const names = candidates.map(({ name }) => name);
  const meant = names.filter((name) => !BOOKKEEPING.has(name));
  const choice = meant.length === 0 ? names : meant;
  if (parent.endsWith("Feed") && choice.includes("FeedItemId")) return "FeedItemId";
  const byLikeness = choice
    .map((name) => ({ name, likeness: likeness(name, parent, relationshipName) }))
    .sort((a, b) => b.likeness - a.likeness)[0];
  return byLikeness?.name ?? null;
}

/** How well a lookup's name fits: it is in the relationship's name, else it is the parent's, else it is a usual one. */
function likeness(field: string, parent: string, relationshipName: string): number {
  const stem = field.replace(/Id$/, "").toLowerCase();
  const relationship = relationshipName.toLowerCase();
  if (relationship.includes(stem)) return 100 + stem.length;
  if (stem === parent.toLowerCase()) return 50;
  const usual = ANY_RECORD.indexOf(field);
  return usual < 0 ? 0 : 40 - usual;
}
