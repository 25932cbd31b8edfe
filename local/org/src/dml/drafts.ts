import { toId18 } from "../runtime/id.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import type { StoredValue } from "../store/row.ts";
import type { DmlContext } from "./dml-context.ts";
import { type Draft, freshDraft, writableValues } from "./draft.ts";
import { applyDefaults } from "./field-default.ts";
import { resolveParentReferences } from "./parent-reference.ts";
import {
  entityIsDeleted,
  idInInsert,
  idNotSpecified,
  invalidCrossReference,
} from "./save-error.ts";
import { applyCurrency } from "./record-currency.ts";
import { applyOwner } from "./system-fields.ts";

/** A new record with its defaults. */
export function insertDraft(
  context: DmlContext,
  describe: SObjectDescribe,
  source: SObjectValue,
  index: number,
): Draft {
  const draft = freshDraft(source, index);
  if (source.id !== null) draft.errors.push(idInInsert());
  assign(draft, writableValues(describe, source, "create"));
  resolveParentReferences(context, draft, source);
  applyDefaults(context, describe, draft);
  applyOwner(context, describe, draft);
  applyCurrency(context, describe, draft);
  return draft;
}

/** The stored version with the record's fields over it. */
export function updateDraft(
  context: DmlContext,
  describe: SObjectDescribe,
  source: SObjectValue,
  index: number,
): Draft {
  const draft = existingDraft(context, describe, source, index, "update");
  if (draft.errors.length > 0) return draft;
  assign(draft, writableValues(describe, source, "update"));
  resolveParentReferences(context, draft, source);
  return draft;
}

/** The stored version, which must be live; for undelete, in the recycle bin. */
export function existingDraft(
  context: DmlContext,
  describe: SObjectDescribe,
  source: SObjectValue,
  index: number,
  operation: "update" | "delete" | "undelete" | "merge",
): Draft {
  const id = source.id === null ? null : toId18(source.id);
  const row = id === null ? undefined : context.store.get(describe.name, id);
  const draft: Draft = {
    index,
    source,
    before: row ?? null,
    values: { ...row?.values },
    id,
    errors: [],
    isWritten: false,
  };
  if (id === null) draft.errors.push(idNotSpecified(operation));
  else if (row === undefined) draft.errors.push(invalidCrossReference());
  else if (row.isDeleted !== (operation === "undelete")) {
    draft.errors.push(operation === "undelete" ? invalidCrossReference() : entityIsDeleted());
  }
  return draft;
}

function assign(draft: Draft, values: ReadonlyMap<string, unknown>): void {
  // What Apex assigned to a field is an Apex value of the field's type; it is checked before it is saved.
  for (const [name, value] of values) draft.values[name] = value as StoredValue;
}
