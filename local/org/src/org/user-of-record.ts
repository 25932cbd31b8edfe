import type { RunningUser } from "../runtime/host.ts";
import { toId18 } from "../runtime/id.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import { runningUser } from "../store/org-records.ts";
import type { RecordStore } from "../store/record-store.ts";
import type { StoredValue } from "../store/row.ts";

/** Who System.runAs runs as: the stored user, or one that exists in memory only. */
export function userOfRecord(store: RecordStore, record: SObjectValue): RunningUser {
  const stored = record.id === null ? undefined : store.get("User", toId18(record.id) ?? "");
  if (stored !== undefined) return runningUser(stored);
  // A field's value is an Apex value of its type.
  const values = Object.fromEntries(
    [...record.values].map(([name, value]) => [name, value as StoredValue]),
  );
  return runningUser({ object: "User", id: record.id ?? "", values, isDeleted: false });
}
