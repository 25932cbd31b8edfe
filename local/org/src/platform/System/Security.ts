/** System.Security and System.SObjectAccessDecision. Source: Apex Reference, "Security Class". */
import type { ApexEnum } from "../../runtime/enum.ts";
import { raise } from "../../runtime/exception.ts";
import type { AccessRights } from "../../runtime/host.ts";
import { ApexList } from "../../runtime/list.ts";
import { ApexMap } from "../../runtime/map.ts";
import { ApexSet } from "../../runtime/set.ts";
import type { SObjectValue } from "../../runtime/sobject.ts";
import { transaction } from "../../runtime/transaction.ts";
import { INTEGER, setOf, STRING } from "../../runtime/type.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { required } from "../required.ts";

export class AccessDecisionValue {
  readonly records: ApexList<SObjectValue>;
  /** Object → fields. */
  readonly removed = new Map<string, Set<string>>();
  readonly modified = new Set<number>();

  constructor(records: ApexList<SObjectValue>) {
    this.records = records;
  }
}

function stripInaccessible(
  access: ApexEnum | null,
  records: ApexList<SObjectValue> | null,
  enforceRootObject: boolean | null = true,
): AccessDecisionValue {
  const { host, user } = transaction();
  const rights = host.data.rights(user.id);
  const kind = required(access).name;
  const source = required(records);
  const decision = new AccessDecisionValue(new ApexList(source.element));
  for (const [index, record] of source.items.entries()) {
    if (record.objectName === "AggregateResult")
      raise("System.NoAccessException", "AggregateResult SObject types are not supported");
    if (enforceRootObject !== false && !mayAccessObject(rights, kind, record.objectName)) {
      raise("System.NoAccessException", `No access to entity: ${record.objectName}`);
    }
    const stripped = strip(record, kind, rights, decision.removed);
    if (stripped.isModified) decision.modified.add(index);
    decision.records.add(stripped.record);
  }
  return decision;
}

function mayAccessObject(rights: AccessRights, kind: string, object: string): boolean {
  switch (kind) {
    case "CREATABLE":
      return rights.canCreateObject(object);
    case "UPDATABLE":
      return rights.canEditObject(object);
    case "UPSERTABLE":
      return rights.canCreateObject(object) && rights.canEditObject(object);
    default:
      return rights.canReadObject(object);
  }
}

function mayAccessField(
  rights: AccessRights,
  kind: string,
  record: SObjectValue,
  name: string,
): boolean {
  const field = record.fieldDescribe(name);
  if (field === undefined || field.type === "id") return true;
  if (kind === "READABLE") return rights.canReadField(record.objectName, field.name);
  const isWritable =
    kind === "CREATABLE"
      ? field.isCreateable
      : kind === "UPDATABLE"
        ? field.isUpdateable
        : field.isCreateable && field.isUpdateable;
  return isWritable && rights.canEditField(record.objectName, field.name);
}

function strip(
  record: SObjectValue,
  kind: string,
  rights: AccessRights,
  removed: Map<string, Set<string>>,
): { readonly record: SObjectValue; readonly isModified: boolean } {
  const copy = record.copy();
  let isModified = false;
  const remove = (name: string): void => {
    isModified = true;
    const known = removed.get(record.objectName) ?? new Set<string>();
    removed.set(record.objectName, known.add(name));
  };
  for (const name of [...copy.values.keys()]) {
    if (mayAccessField(rights, kind, record, name)) continue;
    copy.values.delete(name);
    remove(name);
  }
  for (const [relationship, parent] of [...copy.parents]) {
    const lookup = record.describe.parentRelationships.get(relationship.toLowerCase());
    if (lookup !== undefined && !mayAccessField(rights, kind, record, lookup.name)) {
      copy.parents.delete(relationship);
      remove(lookup.name);
    } else if (parent !== null) {
      const inner = strip(parent, kind, rights, removed);
      copy.parents.set(relationship, inner.record);
      isModified ||= inner.isModified;
    }
  }
  for (const [relationship, children] of [...copy.children]) {
    if (children.items.some((child) => !mayAccessObject(rights, kind, child.objectName))) {
      copy.children.delete(relationship);
      remove(relationship);
      continue;
    }
    const inner = children.items.map((child) => strip(child, kind, rights, removed));
    copy.children.set(
      relationship,
      new ApexList(
        children.element,
        inner.map((child) => child.record),
      ),
    );
    isModified ||= inner.some((child) => child.isModified);
  }
  // What was stripped reads as never queried.
  if (copy.selection !== null) {
    const fields = new Set([...copy.selection.fields].filter((name) => copy.values.has(name)));
    copy.selection = { ...copy.selection, fields };
  }
  return { record: copy, isModified };
}

export const securityBehaviour = platformType({
  type: "System.Security",
  statics: {
    "stripInaccessible(System.AccessType,List<SObject>)": stripInaccessible,
    "stripInaccessible(System.AccessType,List<SObject>,Boolean)": stripInaccessible,
  },
});

export const accessDecisionBehaviour = platformType({
  type: "System.SObjectAccessDecision",
  implementation: AccessDecisionValue,
  methods: {
    getRecords: (decision: AccessDecisionValue) => decision.records,
    getModifiedIndexes: (decision: AccessDecisionValue) => new ApexSet(INTEGER, decision.modified),
    getRemovedFields: (decision: AccessDecisionValue) =>
      new ApexMap(
        STRING,
        setOf(STRING),
        [...decision.removed].map(
          ([object, fields]) => [object, new ApexSet(STRING, fields)] as const,
        ),
      ),
  },
});
