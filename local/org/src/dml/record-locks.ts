/**
 * Locks of records: who may not modify all of the object neither changes nor deletes one, whatever is shared, in Apex of any mode.
 * Source: Apex Reference, "Approval Class"; Salesforce Help, "Record Locking and Approvals".
 */
import type { DmlOutcome } from "../runtime/host.ts";
import { toId18 } from "../runtime/id.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import type { RecordStore } from "../store/record-store.ts";
import type { DmlContext } from "./dml-context.ts";
import { type Draft, hasFailed } from "./draft.ts";
import { saveError } from "./save-error.ts";

export function isLocked(store: RecordStore, id: string): boolean {
  return store.find(toId18(id) ?? "")?.isLocked === true;
}

/** Locking what is locked, and unlocking what is not, changes nothing and is no error. */
export function setLock(store: RecordStore, id: string, locked: boolean): DmlOutcome {
  const row = store.find(toId18(id) ?? "");
  if (row === undefined || row.isDeleted)
    return {
      id,
      isSuccess: false,
      isCreated: false,
      errors: [saveError("ENTITY_IS_DELETED", "entity is deleted")],
    };
  const { isLocked: before, ...unlocked } = row;
  if ((before === true) !== locked) store.put(locked ? { ...row, isLocked: true } : unlocked);
  return { id, isSuccess: true, isCreated: false, errors: [] };
}

/** Leaves an error in each draft of a record that is locked to the user. */
export function refuseLocked(
  { rights }: DmlContext,
  describe: SObjectDescribe,
  drafts: readonly Draft[],
): void {
  for (const draft of drafts) {
    if (draft.before?.isLocked !== true || hasFailed(draft)) continue;
    if (rights.modifiesAllOf(describe.name)) return;
    draft.errors.push(
      saveError(
        "ENTITY_IS_LOCKED",
        "This record is locked. If you need to edit it, contact your admin.",
      ),
    );
  }
}
