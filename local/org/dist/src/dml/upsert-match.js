import { indexKey } from "../store/index-key.js";
import { insertDraft, updateDraft } from "./drafts.js";
import { duplicateExternalId, saveError } from "./save-error.js";
import { storedText } from "../store/stored-text.js";
/** Drafts of an upsert: an update where a record has the id, or the external id's value; else an insert. */
export function upsertDrafts(context, describe, records, externalIdField) {
    const field = externalIdField === null ? undefined : describe.fields.get(externalIdField.toLowerCase());
    if (field === undefined || field.type === "id") {
        return records.map((record, index) => record.id === null
            ? insertDraft(context, describe, record, index)
            : updateDraft(context, describe, record, index));
    }
    const seen = new Set();
    return records.map((record, index) => {
        // A field's value is an Apex value of its type.
        const value = record.peek(field.name);
        const key = indexKey(field, value);
        if (key === undefined)
            return insertDraft(context, describe, record, index);
        const matches = [...context.store.table(describe.name).find(field.name, key)].filter((row) => !row.isDeleted);
        const [match] = matches;
        const draft = match === undefined
            ? insertDraft(context, describe, record, index)
            : matchedDraft(context, describe, record, index, match.id);
        if (seen.has(key))
            draft.errors.push(duplicateExternalId(field, storedText(value)));
        seen.add(key);
        if (matches.length > 1) {
            draft.errors.push(saveError("DUPLICATE_EXTERNAL_ID", `${field.label}: more than one record found for external id field: [${matches.map((row) => row.id.slice(0, 15)).join(", ")}]`, [field.name]));
        }
        return draft;
    });
}
function matchedDraft(context, describe, record, index, id) {
    const identified = record.copy();
    identified.values.set("Id", id);
    return { ...updateDraft(context, describe, identified, index), source: record };
}
