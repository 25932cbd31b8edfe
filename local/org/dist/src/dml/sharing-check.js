/**
 * What sharing refuses before a save. Source: Apex Developer Guide, "Using the with sharing, without sharing, and inherited sharing
 * Keywords"; SOAP API Developer Guide, "StatusCode"; Salesforce Help, "Relationship Considerations".
 */
import { ALL, EDIT } from "../access/sharing/access-level.js";
import { controllingParents } from "../access/sharing/controlling-parent.js";
import { hasFailed } from "./draft.js";
import { saveError } from "./save-error.js";
/** Leaves an error in each draft that the user's sharing does not allow. */
export function refuseUnshared({ sharing }, describe, drafts, operation) {
    if (sharing === null)
        return;
    for (const draft of drafts) {
        if (hasFailed(draft))
            continue;
        const refusal = refusalOf(sharing, describe, draft, operation);
        if (refusal !== null)
            draft.errors.push(refusal);
    }
}
/** null: sharing allows it. */
export function refusalOf(sharing, describe, draft, operation) {
    if (draft.before !== null) {
        const needed = neededFor(operation, describe);
        if (sharing.level(draft.before, needed) < needed)
            return noAccess();
        if (operation === "delete" || operation === "undelete")
            return null;
        if (changes(draft, "OwnerId") && !sharing.canTransfer(draft.before))
            return noAccess();
    }
    return refusedReference(sharing, describe, draft);
}
/** Only who may share a record may give and take its shares. */
function neededFor(operation, describe) {
    if (operation === "delete" || operation === "undelete" || describe.kind === "share")
        return ALL;
    return EDIT;
}
/** A record named by a lookup must be readable; the one that a part or a detail belongs to, writable. */
function refusedReference(sharing, describe, draft) {
    const parents = controllingParents(sharing.schema, describe);
    for (const [name, value] of Object.entries(draft.values)) {
        const field = describe.fields.get(name.toLowerCase());
        if (field?.type !== "reference" || typeof value !== "string" || !changes(draft, name))
            continue;
        const target = sharing.store.find(value);
        if (target === undefined)
            continue;
        const parent = parents.find((candidate) => candidate.field === field.name);
        const isPart = parent !== undefined && describe.sharingModel !== "ControlledByParent";
        const isDetail = field.relationship === "masterDetail";
        const isAllowed = parent !== undefined && (isPart || isDetail)
            ? parent.follows(sharing.levelOfParent(target)) >= (describe.kind === "share" ? ALL : EDIT)
            : sharing.canRead(target);
        if (!isAllowed)
            return noAccessToReference(value);
    }
    return null;
}
function changes(draft, field) {
    return (draft.values[field] ?? null) !== (draft.before?.values[field] ?? null);
}
function noAccess() {
    return saveError("INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id");
}
function noAccessToReference(id) {
    return saveError("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", `insufficient access rights on cross-reference id: ${id.slice(0, 15)}`);
}
