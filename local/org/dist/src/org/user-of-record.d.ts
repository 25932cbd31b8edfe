import type { RunningUser } from "../runtime/host.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import type { RecordStore } from "../store/record-store.ts";
/** Who System.runAs runs as: the stored user, or one that exists in memory only. */
export declare function userOfRecord(store: RecordStore, record: SObjectValue): RunningUser;
