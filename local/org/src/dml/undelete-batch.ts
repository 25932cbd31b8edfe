import type { SObjectDescribe } from "../schema/schema.ts";
import type { DmlContext } from "./dml-context.ts";
import { type Draft, hasFailed, rowOf, triggerRecord } from "./draft.ts";
import { restoreLookups } from "./released-lookups.ts";
import { refreshRollups, RollupFailure } from "./rollup.ts";
import { takeErrors } from "./save-batch.ts";
import { TriggerFailure } from "./trigger-failure.ts";

/** Takes at most 200 records out of the recycle bin, with what went into it along with them, and runs after undelete triggers. */
export function undeleteBatch(
  context: DmlContext,
  describe: SObjectDescribe,
  drafts: readonly Draft[],
): void {
  try {
    const restored = drafts.filter((draft) => !hasFailed(draft));
    for (const draft of restored) {
      draft.isWritten = true;
      // Source: Object Reference, Account.MasterRecordId: of a deleted record that was merged, else null.
      if (describe.fields.has("masterrecordid")) draft.values["MasterRecordId"] = null;
      context.store.put(rowOf(describe, draft.id ?? "", draft.values));
      if (draft.before !== null) restoreLookups(context, draft.before);
      restoreCompanions(context, describe, draft.id ?? "");
    }
    if (restored.length > 0 && context.triggers.hasTriggers(describe.name, ["after undelete"])) {
      const records = restored.map((draft) => {
        const record = triggerRecord(
          context,
          describe,
          rowOf(describe, draft.id ?? "", draft.values),
        );
        record.isReadOnly = true;
        return record;
      });
      context.triggers.run(describe.name, "after undelete", {
        newRecords: records,
        oldRecords: null,
      });
      for (const [index, draft] of restored.entries()) {
        const record = records[index];
        if (record !== undefined) takeErrors(draft, record);
      }
    }
    refreshRollups(
      context,
      describe,
      restored.map((draft) => draft.values),
    );
  } catch (error) {
    if (!(error instanceof TriggerFailure) && !(error instanceof RollupFailure)) throw error;
    for (const draft of drafts) draft.errors.push(error.asSaveError());
  }
}

/** Children that the delete of the record with this id took along, and theirs. */
function restoreCompanions(
  context: DmlContext,
  describe: SObjectDescribe,
  id: string,
  done = new Set<string>(),
): void {
  for (const { childObject } of describe.childRelationships.values()) {
    if (done.has(childObject)) continue;
    done.add(childObject);
    const companions = [...(context.store.existingTable(childObject)?.rows() ?? [])].filter(
      (row) => row.isDeleted && row.isErased !== true && row.deletedWith === id,
    );
    for (const row of companions) {
      const { object, values, id: companion } = row;
      context.store.put({ object, id: companion, values, isDeleted: false });
      restoreLookups(context, row);
    }
    const child = context.schema.object(childObject);
    if (companions.length > 0 && child !== undefined) restoreCompanions(context, child, id, done);
  }
}
