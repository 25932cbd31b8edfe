import type { RunningUser } from "../runtime/host.ts";
import { toId18 } from "../runtime/id.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import { findRow } from "../store/find-row.ts";
import { runningUser } from "../store/users.ts";
import type { RecordStore } from "../store/record-store.ts";
import type { Row, StoredValue } from "../store/row.ts";

/** Ids of users that System.runAs has made rows for. */
const MADE = new WeakMap<SObjectValue, string>();

/**
 * Who System.runAs runs as: the stored user; one with an id that no row has; or one that was not inserted, who is made, so that records
 * have an owner. Source: Apex Developer Guide, "Using the runAs Method", whose example inserts no user.
 */
export function userOfRecord(store: RecordStore, record: SObjectValue): RunningUser {
  const id = record.id ?? MADE.get(record) ?? null;
  const stored = id === null ? undefined : store.get("User", toId18(id) ?? "");
  if (stored !== undefined) return runningUser(stored);
  if (record.id !== null) return runningUser(rowOf(store, record, record.id));
  const row = rowOf(store, record, store.mint("User"));
  MADE.set(record, row.id);
  store.put(row);
  return runningUser(row);
}

function rowOf(store: RecordStore, record: SObjectValue, id: string): Row {
  // A field's value is an Apex value of its type.
  const values = Object.fromEntries(
    [...record.values].map(([name, value]) => [name, value as StoredValue]),
  );
  return {
    object: "User",
    id,
    values: { IsActive: true, ...profileOf(store, record), ...values },
    isDeleted: false,
  };
}

/** `new User(Profile = new Profile(Name = '…'))`. */
function profileOf(store: RecordStore, record: SObjectValue): Row["values"] {
  const name = record.parents.get("Profile")?.peek("Name");
  if (typeof name !== "string") return {};
  const profile = findRow(store, "Profile", (values) => values["Name"] === name);
  return profile === undefined ? {} : { ProfileId: profile.id };
}
