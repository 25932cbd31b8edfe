import { indexKey } from "../store/index-key.js";
import { hasFailed } from "./draft.js";
import { duplicateValue, requiredFieldsMissing } from "./save-error.js";
/** Fields a save needs: those required in metadata and those the object cannot store without. */
export function checkRequired(describe, draft) {
    const missing = [];
    for (const field of describe.fields.values()) {
        if (isRequired(field) && (draft.values[field.name] ?? null) === null)
            missing.push(field.name);
    }
    if (missing.length > 0)
        draft.errors.push(requiredFieldsMissing(missing));
}
function isRequired(field) {
    if (field.type === "boolean" ||
        field.type === "id" ||
        field.autoNumberFormat !== null ||
        field.formula !== null)
        return false;
    if (field.isRequired || field.relationship === "masterDetail")
        return true;
    return (!field.isNillable &&
        field.isCreateable &&
        !field.isDefaultedOnCreate &&
        field.name !== "OwnerId");
}
/** Unique values, against the store and among the drafts themselves: the first of several keeps the value. */
export function checkUnique(context, describe, drafts) {
    const table = context.store.table(describe.name);
    for (const field of describe.fields.values()) {
        if (!field.isUnique || field.type === "id")
            continue;
        const takenInBatch = new Map();
        const inBatch = new Map(drafts.flatMap((draft) => (draft.id === null ? [] : [[draft.id, draft]])));
        for (const draft of drafts) {
            const key = indexKey(field, draft.values[field.name]);
            if (key === undefined)
                continue;
            const earlier = takenInBatch.get(key);
            if (earlier !== undefined) {
                draft.errors.push(duplicateValue(field, earlier.id ?? "000000000000000"));
                continue;
            }
            for (const row of table.find(field.name, key)) {
                const changed = inBatch.get(row.id);
                const stillHolds = changed === undefined || indexKey(field, changed.values[field.name]) === key;
                if (!row.isDeleted && row.id !== draft.id && stillHolds) {
                    draft.errors.push(duplicateValue(field, row.id));
                    break;
                }
            }
            if (!hasFailed(draft))
                takenInBatch.set(key, draft);
        }
    }
}
