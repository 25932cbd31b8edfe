/** Rules of share objects. Source: Apex Developer Guide, "Sharing a Record Using Apex", "Understanding Apex Managed Sharing". */
import { accessLevel, ALL, defaultLevel } from "../access/sharing/access-level.js";
import { namesOf, sharedObjectOf, shareObjectOf } from "../access/sharing/share-object.js";
import { saveError } from "./save-error.js";
/** A share gives more than everybody has, and never all: that is the owner's. */
export function checkShare(context, describe, draft) {
    const shared = sharedObjectOf(context.schema, describe);
    if (shared === undefined)
        return;
    const { levelField } = namesOf(describe, shared.name);
    draft.values["RowCause"] ??= "Manual";
    const level = accessLevel(draft.values[levelField]);
    if (level === 0)
        return;
    if (level === ALL) {
        draft.errors.push(saveError("FIELD_INTEGRITY_EXCEPTION", `invalid access level: ${levelField}`, [levelField]));
    }
    else if (level <= defaultLevel(shared.sharingModel)) {
        draft.errors.push(saveError("FIELD_FILTER_VALIDATION_EXCEPTION", "trivial share level provided: the access level must be more permissive than the object's default", [levelField]));
    }
}
/** A new owner makes manual shares void; those with an Apex sharing reason stay. */
export function dropManualShares(context, describe, draft) {
    const { before } = draft;
    if (before === null || before.values["OwnerId"] === draft.values["OwnerId"])
        return;
    const share = shareObjectOf(context.schema, describe.name);
    if (share === undefined)
        return;
    for (const row of [...context.store.rowsBy(share.name, share.recordField, before.id)])
        if (row.values["RowCause"] === "Manual")
            context.store.purge(share.name, row.id);
}
