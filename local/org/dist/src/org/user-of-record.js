import { toId18 } from "../runtime/id.js";
import { runningUser } from "../store/org-records.js";
/** Who System.runAs runs as: the stored user, or one that exists in memory only. */
export function userOfRecord(store, record) {
    const stored = record.id === null ? undefined : store.get("User", toId18(record.id) ?? "");
    if (stored !== undefined)
        return runningUser(stored);
    // A field's value is an Apex value of its type.
    const values = Object.fromEntries([...record.values].map(([name, value]) => [name, value]));
    return runningUser({ object: "User", id: record.id ?? "", values, isDeleted: false });
}
