import { SObjectValue } from "../runtime/sobject.js";
import { hasFailed, triggerRecord } from "./draft.js";
import { refreshRollups, RollupFailure } from "./rollup.js";
import { takeErrors } from "./save-batch.js";
import { saveError } from "./save-error.js";
import { TriggerFailure } from "./trigger-failure.js";
/** A deletion has no options of its own. */
const CASCADE_SETTINGS = {
    allOrNone: true,
    access: "system",
    options: { allowFieldTruncation: false, duplicateRuleAllowSave: true },
};
/**
 * Puts at most 200 records into the recycle bin: before triggers, children (deleted, cut loose, or in the way), the records, after
 * triggers, roll-ups of their parents. Drafts carry the row in `before`.
 */
export function deleteBatch(context, describe, drafts, settings, deletedWith) {
    try {
        // Source: Apex Developer Guide, Operations That Don't Invoke Triggers: cascading deletes.
        const runsTriggers = deletedWith === null;
        if (runsTriggers)
            runDeleteTriggers(context, describe, drafts, "before delete");
        if (settings.allOrNone && drafts.some(hasFailed))
            return;
        for (const draft of live(drafts))
            deleteRow(context, describe, draft, deletedWith);
        if (settings.allOrNone && drafts.some(hasFailed))
            return;
        if (runsTriggers)
            runDeleteTriggers(context, describe, live(drafts), "after delete");
        refreshRollups(context, describe, live(drafts).map((draft) => draft.values));
    }
    catch (error) {
        if (!(error instanceof TriggerFailure) && !(error instanceof RollupFailure))
            throw error;
        for (const draft of live(drafts))
            draft.errors.push(error.asSaveError());
    }
}
function live(drafts) {
    return drafts.filter((draft) => !hasFailed(draft));
}
function runDeleteTriggers(context, describe, drafts, event) {
    if (drafts.length === 0 || !context.triggers.hasTriggers(describe.name, [event]))
        return;
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
        if (record !== undefined)
            takeErrors(draft, record);
    }
}
function deleteRow(context, describe, draft, deletedWith) {
    const row = draft.before;
    if (row === null)
        throw new Error("a deletion without a row");
    const relationships = childRows(context, describe, row);
    const blocked = relationships.find(({ field, rows }) => field.deleteConstraint === "Restrict" && rows.length > 0);
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
    for (const { relationship, field, child, rows } of relationships) {
        if (relationship.isCascadeDelete ||
            field.relationship === "masterDetail" ||
            field.deleteConstraint === "Cascade") {
            deleteChildren(context, draft, child, rows, deletedWith ?? row.id);
        }
        else {
            for (const childRow of rows)
                context.store.put({ ...childRow, values: { ...childRow.values, [field.name]: null } });
        }
        if (hasFailed(draft))
            return;
    }
}
function deleteChildren(context, parent, child, rows, deletedWith) {
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
export function draftOfRow(describe, row, index, source = new SObjectValue(describe)) {
    const values = { ...row.values };
    return { index, source, before: row, values, id: row.id, errors: [], isWritten: false };
}
/** Live rows that refer to a record, by relationship. Objects that never had a row are not asked. */
export function childRows(context, describe, parent) {
    const seen = new Set();
    return [...describe.childRelationships.values()].flatMap((relationship) => {
        const key = `${relationship.childObject}.${relationship.field}`;
        const table = context.store.existingTable(relationship.childObject);
        if (table === undefined || table.size === 0 || seen.has(key))
            return [];
        seen.add(key);
        const child = context.schema.object(relationship.childObject);
        const field = child?.fields.get(relationship.field.toLowerCase());
        if (child === undefined || field === undefined)
            return [];
        const rows = [...table.find(field.name, parent.id)].filter((row) => !row.isDeleted);
        return rows.length === 0 ? [] : [{ relationship, field, child, rows }];
    });
}
function restricted(row, describe, child) {
    const name = row.values[describe.nameField ?? "Name"];
    return saveError("DELETE_FAILED", `Your attempt to delete ${typeof name === "string" ? name : row.id} could not be completed because it is associated with the following ${child.labelPlural.toLowerCase()}.: `);
}
