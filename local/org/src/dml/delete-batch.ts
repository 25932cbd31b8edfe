import type { ChildRelationship, FieldDescribe, SObjectDescribe } from "../schema/schema.ts";
import { SObjectValue } from "../runtime/sobject.ts";
import type { ReleasedLookup, Row, StoredValue } from "../store/row.ts";
import type { DmlContext, DmlSettings } from "./dml-context.ts";
import { type Draft, hasFailed, triggerRecord } from "./draft.ts";
import { isRestored } from "./released-lookups.ts";
import { refreshRollups, RollupFailure } from "./rollup.ts";
import { takeErrors, takeRefusals } from "./save-batch.ts";
import { saveError } from "./save-error.ts";
import { TriggerFailure } from "./trigger-failure.ts";

/** A deletion has no options of its own. */
const CASCADE_SETTINGS: DmlSettings = {
  allOrNone: true,
  access: "system",
  options: { allowFieldTruncation: false, duplicateRuleAllowSave: true },
};

/**
 * Puts at most 200 records into the recycle bin: before-delete flows, before triggers, children (deleted, cut loose, or in the way), the records, after
 * triggers, roll-ups of their parents. Drafts carry the row in `before`.
 */
export function deleteBatch(
  context: DmlContext,
  describe: SObjectDescribe,
  drafts: readonly Draft[],
  settings: DmlSettings,
  deletedWith: string | null,
): void {
  try {
    // Source: Apex Developer Guide, Operations That Don't Invoke Triggers: cascading deletes.
    const runsTriggers = deletedWith === null;
    if (runsTriggers) runDeleteFlows(context, describe, drafts);
    if (settings.allOrNone && drafts.some(hasFailed)) return;
    if (runsTriggers) runDeleteTriggers(context, describe, live(drafts), "before delete");
    if (settings.allOrNone && drafts.some(hasFailed)) return;
    for (const draft of live(drafts)) deleteRow(context, describe, draft, deletedWith);
    if (settings.allOrNone && drafts.some(hasFailed)) return;
    if (runsTriggers) runDeleteTriggers(context, describe, live(drafts), "after delete");
    refreshRollups(
      context,
      describe,
      live(drafts).map((draft) => draft.values),
    );
  } catch (error) {
    if (!(error instanceof TriggerFailure) && !(error instanceof RollupFailure)) throw error;
    for (const draft of live(drafts)) draft.errors.push(error.asSaveError());
  }
}

function live(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.filter((draft) => !hasFailed(draft));
}

function runDeleteTriggers(
  context: DmlContext,
  describe: SObjectDescribe,
  drafts: readonly Draft[],
  event: "before delete" | "after delete",
): void {
  if (drafts.length === 0 || !context.triggers.hasTriggers(describe.name, [event])) return;
  const records = drafts.map((draft) => {
    const record = triggerRecord(context, describe, {
      object: describe.name,
      id: draft.id,
      values: draft.values,
      isDeleted: event === "after delete",
    });
    record.isReadOnly = true;
    return record;
  });
  context.triggers.run(describe.name, event, { newRecords: null, oldRecords: records });
  for (const [index, draft] of drafts.entries()) {
    const record = records[index];
    if (record !== undefined) takeErrors(draft, record);
  }
}

function runDeleteFlows(
  context: DmlContext,
  describe: SObjectDescribe,
  drafts: readonly Draft[],
): void {
  if (drafts.length === 0 || !context.flows.has(describe.name, "beforeDelete", "delete")) return;
  const records = drafts.map(({ id, values }) =>
    triggerRecord(context, describe, { object: describe.name, id, values, isDeleted: false }),
  );
  const refusals = context.flows.run(describe.name, "beforeDelete", "delete", {
    newRecords: null,
    oldRecords: records,
  });
  takeRefusals(drafts, refusals);
  for (const [index, draft] of drafts.entries()) {
    const record = records[index];
    if (record !== undefined) takeErrors(draft, record);
  }
}

function deleteRow(
  context: DmlContext,
  describe: SObjectDescribe,
  draft: Draft,
  deletedWith: string | null,
): void {
  const row = draft.before;
  if (row === null) throw new Error("a deletion without a row");
  const relationships = childRows(context, describe, row);
  const blocked = relationships.find(
    ({ field, rows }) => field.deleteConstraint === "Restrict" && rows.length > 0,
  );
  if (blocked !== undefined) {
    draft.errors.push(restricted(row, describe, blocked.child));
    return;
  }
  draft.isWritten = true;
  // The record goes first, so that no roll-up of its own is worked out, and its update triggers run, for children that go with it.
  context.store.put({
    ...row,
    values: { ...draft.values },
    isDeleted: true,
    ...(deletedWith === null ? {} : { deletedWith }),
  });
  const released: ReleasedLookup[] = [];
  for (const { relationship, field, child, rows } of relationships) {
    if (
      relationship.isCascadeDelete ||
      field.relationship === "masterDetail" ||
      field.deleteConstraint === "Cascade"
    ) {
      deleteChildren(context, draft, child, rows, deletedWith ?? row.id);
    } else {
      for (const childRow of rows)
        context.store.put({ ...childRow, values: { ...childRow.values, [field.name]: null } });
      if (isRestored(child.name, field))
        released.push(...rows.map(({ object, id }) => ({ object, id, field: field.name })));
    }
    if (hasFailed(draft)) return;
  }
  const deleted = context.store.get(describe.name, row.id);
  if (released.length > 0 && deleted !== undefined) context.store.put({ ...deleted, released });
}

function deleteChildren(
  context: DmlContext,
  parent: Draft,
  child: SObjectDescribe,
  rows: readonly Row[],
  deletedWith: string,
): void {
  for (let start = 0; start < rows.length; start += 200) {
    const drafts = rows
      .slice(start, start + 200)
      .map((row, index) => draftOfRow(child, row, index));
    deleteBatch(context, child, drafts, CASCADE_SETTINGS, deletedWith);
    const error = drafts.flatMap((draft) => draft.errors)[0];
    if (error !== undefined) {
      parent.errors.push(error);
      return;
    }
  }
}

export function draftOfRow(
  describe: SObjectDescribe,
  row: Row,
  index: number,
  source: SObjectValue = new SObjectValue(describe),
): Draft {
  const values: Record<string, StoredValue> = { ...row.values };
  return { index, source, before: row, values, id: row.id, errors: [], isWritten: false };
}

interface ChildRows {
  readonly relationship: ChildRelationship;
  readonly field: FieldDescribe;
  readonly child: SObjectDescribe;
  readonly rows: readonly Row[];
}

/** Live rows that refer to a record, by relationship. Objects that never had a row are not asked. */
export function childRows(
  context: DmlContext,
  describe: SObjectDescribe,
  parent: Row,
): readonly ChildRows[] {
  const seen = new Set<string>();
  return [...describe.childRelationships.values()].flatMap((relationship) => {
    const key = `${relationship.childObject}.${relationship.field}`;
    const table = context.store.existingTable(relationship.childObject);
    if (table === undefined || table.size === 0 || seen.has(key)) return [];
    seen.add(key);
    const child = context.schema.object(relationship.childObject);
    const field = child?.fields.get(relationship.field.toLowerCase());
    if (child === undefined || field === undefined) return [];
    const rows = [...table.find(field.name, parent.id)].filter((row) => !row.isDeleted);
    return rows.length === 0 ? [] : [{ relationship, field, child, rows }];
  });
}

function restricted(
  row: Row,
  describe: SObjectDescribe,
  child: SObjectDescribe,
): ReturnType<typeof saveError> {
  const name = row.values[describe.nameField ?? "Name"];
  return saveError(
    "DELETE_FAILED",
    `Your attempt to delete ${typeof name === "string" ? name : row.id} could not be completed because it is associated with the following ${child.labelPlural.toLowerCase()}.: `,
  );
}
