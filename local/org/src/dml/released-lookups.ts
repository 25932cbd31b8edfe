import type { FieldDescribe } from "../schema/schema.ts";
import type { Row } from "../store/row.ts";
import type { DmlContext } from "./dml-context.ts";

/** Standard lookups that an undelete of their target restores. */
const RESTORED = new Set([
  "Account.ParentId",
  "Asset.Product2Id",
  "Case.ParentId",
  "Contact.ReportsToId",
  "Quote.OpportunityId",
]);

/**
 * Whether a lookup that a delete empties is filled again by the undelete.
 * Source: Apex Developer Guide, Restoring Deleted Records: all custom lookup relationships, and some standard ones.
 */
export function isRestored(object: string, field: FieldDescribe): boolean {
  return field.isCustom || RESTORED.has(`${object}.${field.name}`);
}

/** Points what the record's delete cut loose at it again. A lookup that has another value by now keeps it. */
export function restoreLookups(context: DmlContext, deleted: Row): void {
  for (const { object, id, field } of deleted.released ?? []) {
    const row = context.store.get(object, id);
    if (row === undefined || (row.values[field] ?? null) !== null) continue;
    context.store.put({ ...row, values: { ...row.values, [field]: deleted.id } });
  }
}
