import { randomUUID } from "node:crypto";
import { fieldValue } from "../dml/field-value.js";
import { applyDefaults } from "../dml/field-default.js";
import { freshDraft } from "../dml/draft.js";
import { checkRequired } from "../dml/required-and-unique.js";
import { saveError } from "../dml/save-error.js";
const SYSTEM_FIELDS = new Set(["Id", "ReplayId", "EventUuid", "CreatedDate", "CreatedById"]);
/** Checks an event's fields and makes it a message. An EventUuid that the publisher set is kept. */
export function publishAttempt(context, event, callback) {
    const { describe } = event;
    const draft = freshDraft(event, 0);
    for (const [name, value] of event.values) {
        const field = describe.fields.get(name.toLowerCase());
        if (field === undefined || SYSTEM_FIELDS.has(field.name))
            continue;
        const result = fieldValue(field, value, { allowFieldTruncation: false });
        if ("error" in result)
            draft.errors.push(result.error);
        else
            draft.values[field.name] = result.value;
    }
    applyDefaults(context, describe, draft);
    checkRequired(describe, draft);
    if (draft.errors.length > 0)
        return { kind: "refused", errors: draft.errors };
    const uuid = event.peek("EventUuid");
    return {
        kind: "accepted",
        message: {
            object: describe.name,
            uuid: typeof uuid === "string" ? uuid : randomUUID(),
            values: draft.values,
            publishedBy: context.userId,
            publishedAt: context.now,
            callback,
        },
    };
}
/** What a successful publish carries: not a failure. Source: Platform Events Developer Guide, Publish Event Messages with Salesforce APIs. */
export function operationEnqueued(uuid) {
    return saveError("OPERATION_ENQUEUED", uuid);
}
