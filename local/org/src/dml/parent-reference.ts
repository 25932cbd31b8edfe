import type { SObjectValue } from "../runtime/sobject.ts";
import type { FieldDescribe } from "../schema/schema.ts";
import { indexKey } from "../store/index-key.ts";
import type { StoredValue } from "../store/row.ts";
import type { DmlContext } from "./dml-context.ts";
import type { Draft } from "./draft.ts";
import {
  entityIsDeleted,
  foreignKeyNotFound,
  invalidCrossReference,
  wrongIdType,
} from "./save-error.ts";
import { storedText } from "../store/stored-text.ts";

/** Fills lookups from `Parent__r = new Parent__c(External__c = 'x')`; such a parent names the record by its external id. */
export function resolveParentReferences(
  context: DmlContext,
  draft: Draft,
  record: SObjectValue,
): void {
  for (const [relationship, parent] of record.parents) {
    const lookup = record.describe.parentRelationships.get(relationship.toLowerCase());
    if (lookup === undefined || parent === null || parent.id !== null) continue;
    const external = externalIdOf(parent);
    if (external === undefined) continue;
    const found = findByField(context, external.field, external.value);
    if (found === undefined)
      draft.errors.push(foreignKeyNotFound(external.field, storedText(external.value)));
    else draft.values[lookup.name] = found;
  }
}

/** The only external id or id-lookup field set on a record that stands for another. */
function externalIdOf(
  parent: SObjectValue,
): { readonly field: FieldDescribe; readonly value: StoredValue } | undefined {
  for (const [name, value] of parent.values) {
    const field = parent.describe.fields.get(name.toLowerCase());
    const isKey =
      field !== undefined && (field.isExternalId || field.isIdLookup) && field.type !== "id";
    // A field's value is always of a storable type once Apex has assigned it.
    if (isKey && value !== null) return { field, value: value as StoredValue };
  }
  return undefined;
}

/** The id of the only live row with this value. */
function findByField(
  context: DmlContext,
  field: FieldDescribe,
  value: StoredValue,
): string | undefined {
  const key = indexKey(field, value);
  if (key === undefined) return undefined;
  for (const row of context.store.table(field.object).find(field.name, key)) {
    if (!row.isDeleted) return row.id;
  }
  return undefined;
}

/** Lookups must name live records of the objects they refer to. Checked for changed lookups only. */
export function checkLookups(
  context: DmlContext,
  draft: Draft,
  lookups: readonly FieldDescribe[],
): void {
  for (const field of lookups) {
    const id = draft.values[field.name];
    if (typeof id !== "string" || id === draft.before?.values[field.name]) continue;
    const target = context.schema.objectByKeyPrefix(id.slice(0, 3));
    if (
      target === undefined ||
      !field.referenceTo.some((name) => name.toLowerCase() === target.name.toLowerCase())
    ) {
      draft.errors.push(wrongIdType(field, id));
      continue;
    }
    const row = context.store.get(target.name, id);
    if (row === undefined) draft.errors.push(invalidCrossReference([field.name]));
    else if (row.isDeleted) draft.errors.push(entityIsDeleted());
  }
}
