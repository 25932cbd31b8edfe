/** DML statements, System.runAs, settings, labels and trigger variables. */
import type { DmlOperation } from "../../syntax/ast.ts";
import { raiseNullPointer, raise } from "../exception.ts";
import type { AccessMode, RunningUser, Sharing } from "../host.ts";
import { enumsOf } from "../enums.ts";
import type { ApexException } from "../exception.ts";
import { ApexException as ApexExceptionClass } from "../exception.ts";
import { ApexList } from "../list.ts";
import { SObjectValue } from "../sobject.ts";
import { transaction, type TriggerContext } from "../transaction.ts";
import { platformTypeNamed } from "../type.ts";
import { locating } from "../locating.ts";
import { withQueryVariables } from "../query-variables.ts";
import { chargedText, lengthenedText } from "../heap/charge.ts";
import { concatText } from "../text.ts";

/** One record or a list of them, as DML takes either. */
export function recordsOf(target: unknown): SObjectValue[] {
  if (target === null) raiseNullPointer();
  if (target instanceof SObjectValue) return [target];
  if (!(target instanceof ApexList)) throw new Error("DML on something that is no record");
  return target.items.map((record) => {
    if (record === null) raiseNullPointer();
    if (!(record instanceof SObjectValue)) throw new Error("DML on something that is no record");
    return record;
  });
}

function dml(
  operation: DmlOperation,
  target: unknown,
  losers: unknown,
  externalIdField: string | null,
  access: AccessMode,
  sharing: Sharing,
): void {
  transaction().host.data.dml({
    operation,
    records: recordsOf(target),
    losers: losers === null ? [] : losersOf(losers),
    allOrNone: true,
    access,
    sharing,
    externalIdField,
    options: { allowFieldTruncation: false, duplicateRuleAllowSave: false },
  });
}

/** A merge takes a record, a list of records, an id or a list of ids. */
function losersOf(losers: unknown): SObjectValue[] {
  const items = losers instanceof ApexList ? losers.items : [losers];
  return items.map((item) => {
    if (item instanceof SObjectValue) return item;
    if (typeof item !== "string") raiseNullPointer();
    const describe = transaction().host.schema.objectByKeyPrefix(item.slice(0, 3));
    if (describe === undefined) raise("System.StringException", `Invalid id: ${item}`);
    const record = new SObjectValue(describe);
    record.values.set("Id", item);
    return record;
  });
}

function beginRunAs(subject: unknown): RunningUser {
  const running = transaction();
  const outer = running.user;
  // System.runAs(Version) only chooses a package version: there are no packages here.
  if (subject instanceof SObjectValue) running.user = running.host.users.ofRecord(subject);
  else if (subject === null) raiseNullPointer();
  return outer;
}

const OPERATION_TYPES: Readonly<Record<TriggerContext["event"], string>> = {
  "before insert": "BEFORE_INSERT",
  "before update": "BEFORE_UPDATE",
  "before delete": "BEFORE_DELETE",
  "after insert": "AFTER_INSERT",
  "after update": "AFTER_UPDATE",
  "after delete": "AFTER_DELETE",
  "after undelete": "AFTER_UNDELETE",
};

function triggerVariable(name: string): unknown {
  const trigger = transaction().trigger;
  switch (name) {
    case "isExecuting":
      return trigger !== null;
    case "new":
      return trigger?.newList ?? null;
    case "old":
      return trigger?.oldList ?? null;
    case "newMap":
      return trigger?.newMap ?? null;
    case "oldMap":
      return trigger?.oldMap ?? null;
    case "size":
      return trigger?.size ?? 0;
    case "operationType":
      return trigger === null
        ? null
        : (enumsOf(platformTypeNamed("System.TriggerOperation")).find(
            OPERATION_TYPES[trigger.event],
          ) ?? null);
    case "isBefore":
      return trigger?.event.startsWith("before") ?? false;
    case "isAfter":
      return trigger?.event.startsWith("after") ?? false;
    case "isInsert":
    case "isUpdate":
    case "isDelete":
    case "isUndelete":
      return trigger?.event.endsWith(` ${name.slice(2).toLowerCase()}`) ?? false;
    default:
      throw new Error(`No trigger variable ${name}`);
  }
}

type SettingsCall = "getInstance" | "getAll" | "getOrgDefaults" | "getValues";

function settings(object: string, call: SettingsCall, ...values: readonly unknown[]): unknown {
  return transaction().host.data.settings(object, call, values);
}

export const orgOperations = {
  dml,
  beginRunAs,
  endRunAs(outer: RunningUser): void {
    transaction().user = outer;
  },
  settings,
  settingsWithData(object: string, call: SettingsCall, ...values: readonly unknown[]): unknown {
    const found = settings(object, call, ...values);
    // An owner is all that a record without data has.
    return found instanceof SObjectValue && found.values.size <= 1 ? null : found;
  },
  label(name: string): string {
    const label = transaction().host.schema.labels.get(name.toLowerCase());
    if (label === undefined) throw new Error(`No label ${name}`);
    return label;
  },
  triggerVariable,
  /** `record.Field.addError(message)`. */
  fieldAddError(record: SObjectValue, field: string, message: string | ApexException | null): void {
    record.addError(
      message instanceof ApexExceptionClass ? (message.message ?? "") : (message ?? ""),
      field,
    );
  },
  concatText,
  chargedText,
  lengthenedText,
  withQueryVariables,
  locating,
} as const;
