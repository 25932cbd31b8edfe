import { toId18 } from "../runtime/id.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import { hasTransaction, transaction } from "../runtime/transaction.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import type { Row, StoredValue } from "../store/row.ts";
import type { DmlContext } from "./dml-context.ts";
import { type Draft, freshDraft, writableValues } from "./draft.ts";
import { applyDefaults } from "./field-default.ts";
import { resolveParentReferences } from "./parent-reference.ts";
import {
  entityIsDeleted,
  idInInsert,
  idNotSpecified,
  invalidCrossReference,
  notInRecycleBin,
  saveError,
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
  if (describe.name === "Lead" && draft.before?.values["IsConverted"] === true)
    draft.errors.push(saveError("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead"));
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
  else if (operation === "undelete") {
    if (!isInRecycleBin(describe, row)) draft.errors.push(notInRecycleBin());
  } else if (row.isDeleted) draft.errors.push(entityIsDeleted());
  if (operation === "update" || operation === "delete") refuseSelfReference(draft, operation);
  return draft;
}

/** A detail that went with its master comes back with it, and not alone. Source: Salesforce Help, article 000330862. */
function isInRecycleBin(describe: SObjectDescribe, row: Row): boolean {
  if (!row.isDeleted || row.isErased === true) return false;
  const isDetail = [...describe.fields.values()].some(
    ({ relationship }) => relationship === "masterDetail",
  );
  return row.deletedWith === undefined || !isDetail;
}

function assign(draft: Draft, values: ReadonlyMap<string, unknown>): void {
  // What Apex assigned to a field is an Apex value of the field's type; it is checked before it is saved.
  for (const [name, value] of values) draft.values[name] = value as StoredValue;
}

/**
 * What a before trigger of an update or delete is about cannot be updated or deleted from within it.
 * Source: SOAP API Developer Guide, StatusCode, SELF_REFERENCE_FROM_TRIGGER.
 */
function refuseSelfReference(draft: Draft, operation: "update" | "delete"): void {
  const running = hasTransaction() ? transaction().triggers : [];
  const around = running.find(
    ({ event, oldMap }) =>
      (event === "before update" || event === "before delete") && oldMap?.has(draft.id) === true,
  );
  if (around === undefined) return;
  draft.errors.push(
    saveError(
      "SELF_REFERENCE_FROM_TRIGGER",
      `Object (id = ${draft.id ?? ""}) is currently in trigger ${around.trigger}, therefore it cannot recursively ${operation} itself`,
    ),
  );
}
