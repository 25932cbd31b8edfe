import { hasFailed, rowOf, triggerRecord } from "./draft.js";
import { refreshRollups, RollupFailure } from "./rollup.js";
import { takeErrors } from "./save-batch.js";
import { TriggerFailure } from "./trigger-failure.js";
/** Takes at most 200 records out of the recycle bin, with what went into it along with them, and runs after undelete triggers. */
export function undeleteBatch(context, describe, drafts) {
    try {
        const restored = drafts.filter((draft) => !hasFailed(draft));
        for (const draft of restored) {
            draft.isWritten = true;
            context.store.put(rowOf(describe, draft.id ?? "", draft.values));
            restoreCompanions(context, describe, draft.id ?? "");
        }
        if (restored.length > 0 && context.triggers.hasTriggers(describe.name, ["after undelete"])) {
            const records = restored.map((draft) => {
                const record = triggerRecord(context, describe, rowOf(describe, draft.id ?? "", draft.values));
                record.isReadOnly = true;
                return record;
            });
            context.triggers.run(describe.name, "after undelete", {
                newRecords: records,
                oldRecords: null,
            });
            for (const [index, draft] of restored.entries()) {
                const record = records[index];
                if (record !== undefined)
                    takeErrors(draft, record);
            }
        }
        refreshRollups(context, describe, restored.map((draft) => draft.values));
    }
    catch (error) {
        if (!(error instanceof TriggerFailure) && !(error instanceof RollupFailure))
            throw error;
        for (const draft of drafts)
            draft.errors.push(error.asSaveError());
    }
}
/** Children that a delete of this record took along. */
function restoreCompanions(context, describe, id) {
    for (const relationship of describe.childRelationships.values()) {
        const table = context.store.existingTable(relationship.childObject);
        for (const row of [...(table?.rows() ?? [])]) {
            if (row.isDeleted && row.isErased !== true && row.deletedWith === id) {
                context.store.put({ object: row.object, id: row.id, values: row.values, isDeleted: false });
            }
        }
    }
}
