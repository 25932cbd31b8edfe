import type { LockRights, WriteRights } from "../access/write-rights.ts";
import type { RecordSharing } from "../access/sharing/record-sharing.ts";
import type { TriggerEvent } from "../syntax/ast.ts";
import type { DmlError, DmlRequest } from "../runtime/host.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import type { ReadEnvironment } from "../soql/row-reader.ts";

/** Records of one trigger run, in the order of the rows; null where the event has no such list. */
export interface TriggerRecords {
  readonly newRecords: readonly SObjectValue[] | null;
  readonly oldRecords: readonly SObjectValue[] | null;
}

export interface TriggerRunner {
  hasTriggers(object: string, events: readonly TriggerEvent[]): boolean;
  /** Runs the object's triggers for the event. Errors are added to the records; an exception of a trigger comes through. */
  run(object: string, event: TriggerEvent, records: TriggerRecords): void;
}

export type SaveKind = "insert" | "update" | "delete";

export type FlowMoment = "beforeSave" | "afterSave" | "beforeDelete";

/** Record-triggered flows. */
export interface RecordFlowRunner {
  has(object: string, moment: FlowMoment, kind: SaveKind): boolean;
  /**
   * Runs the object's flows on the records: one refusal or null for each. A before-save flow changes its record; what a flow shows as a
   * custom error is added to the record. An exception that is no flow's comes through.
   */
  run(
    object: string,
    moment: FlowMoment,
    kind: SaveKind,
    records: TriggerRecords,
  ): readonly (DmlError | null)[];
}

/** What DML stands on. */
export interface DmlContext extends ReadEnvironment {
  /** Marks this moment. What it gives takes back everything written, published and enqueued since. */
  savepoint(): () => void;
  /** The sharing to heed; null for none. */
  readonly sharing: RecordSharing | null;
  readonly triggers: TriggerRunner;
  readonly flows: RecordFlowRunner;
  readonly rights: WriteRights & LockRights;
  /** Whether field history is written: not in tests. */
  readonly writesHistory: boolean;
  /** A name that is enabled as `$Permission.X` for the running user. */
  hasCustomPermission(name: string): boolean;
  /** Where a formula of the project that cannot be evaluated is reported. */
  warn(message: string): void;
}

export type DmlSettings = Pick<DmlRequest, "allOrNone" | "access" | "options">;
