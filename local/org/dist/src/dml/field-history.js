import { ApexDatetime } from "../runtime/datetime.js";
import { sameValue } from "./draft.js";
/**
 * Rows of the object's history: `created` for a new record, else one per tracked field that changed. As on the platform, tests write none.
 */
export function recordHistory(context, describe, draft) {
    if (!describe.isHistoryTracked || !context.writesHistory)
        return;
    const history = historyObject(context, describe);
    if (history === undefined || draft.id === null)
        return;
    if (draft.before === null) {
        putHistory(context, history, describe, draft.id, "created", null, null);
        return;
    }
    for (const field of describe.fields.values()) {
        const [oldValue, newValue] = [
            draft.before.values[field.name] ?? null,
            draft.values[field.name] ?? null,
        ];
        if (field.isHistoryTracked && !sameValue(oldValue, newValue)) {
            putHistory(context, history, describe, draft.id, field.name, oldValue, newValue);
        }
    }
}
function historyObject(context, describe) {
    return context.schema.object(describe.isCustom ? describe.name.replace(/__c$/u, "__History") : `${describe.name}History`);
}
function putHistory(context, history, describe, recordId, field, oldValue, newValue) {
    const parentField = describe.isCustom ? "ParentId" : `${describe.name}Id`;
    context.store.put({
        object: history.name,
        id: context.store.mint(history.name),
        isDeleted: false,
        values: {
            [parentField]: recordId,
            Field: field,
            OldValue: oldValue,
            NewValue: newValue,
            CreatedById: context.userId,
            CreatedDate: new ApexDatetime(Math.floor(context.now / 1000) * 1000),
        },
    });
}
