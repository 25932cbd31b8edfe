import { accessLevel, higher, NO_ACCESS } from "./access-level.js";
import { shareObjectOf } from "./share-object.js";
/** Record → the highest access that rows of its share object give the user, in `field` of them. */
export function sharesOfUser(schema, store, grantees, object, field = null) {
    const levels = new Map();
    const share = shareObjectOf(schema, object);
    if (share === undefined || store.existingTable(share.name) === undefined)
        return levels;
    for (const id of grantees.ids) {
        for (const { isDeleted, values } of store.rowsBy(share.name, "UserOrGroupId", id)) {
            const record = values[share.recordField];
            if (isDeleted || typeof record !== "string")
                continue;
            const level = accessLevel(values[field ?? share.levelField]);
            levels.set(record, higher(level, levels.get(record) ?? NO_ACCESS));
        }
    }
    return levels;
}
