/** System.Approval: locks of records. Approval processes are not run. Source: Apex Reference, "Approval Class". */
import { raise } from "../../runtime/exception.ts";
import type { DmlOutcome } from "../../runtime/host.ts";
import { ApexList } from "../../runtime/list.ts";
import { ApexMap } from "../../runtime/map.ts";
import { SObjectValue } from "../../runtime/sobject.ts";
import { transaction } from "../../runtime/transaction.ts";
import { BOOLEAN, ID, platformTypeNamed } from "../../runtime/type.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { newLockResult, newUnlockResult } from "../Approval/Results.ts";
import { databaseErrors } from "../Database/Results.ts";
import type { PlainValue } from "../plain-type.ts";
import { required } from "../required.ts";

function idOf(target: unknown): string {
  if (typeof target === "string") return target;
  const id = target instanceof SObjectValue ? target.id : null;
  return id ?? raise("System.NullPointerException", "Attempt to de-reference a null object");
}

function idsOf(target: unknown): readonly string[] {
  return target instanceof ApexList ? target.items.map(idOf) : [idOf(target)];
}

function lockedOf(target: unknown): unknown {
  const { data } = transaction().host;
  if (!(target instanceof ApexList)) return data.isLocked(idOf(required(target)));
  return new ApexMap(
    ID,
    BOOLEAN,
    idsOf(target).map((id) => [id, data.isLocked(id)] as const),
  );
}

function setting(
  isLocked: boolean,
  type: string,
  create: () => PlainValue,
): (target: unknown, allOrNothing?: boolean | null) => unknown {
  const resultOf = (outcome: DmlOutcome): PlainValue => {
    const result = create();
    result.fields.set("Id", outcome.id);
    result.fields.set("Success", outcome.isSuccess);
    result.fields.set("Errors", databaseErrors(outcome));
    return result;
  };
  return (target, allOrNothing = true) => {
    const ids = idsOf(required(target));
    const outcomes = transaction().host.data.setLocks(ids, isLocked, allOrNothing !== false);
    const results = outcomes.map(resultOf);
    return target instanceof ApexList ? new ApexList(platformTypeNamed(type), results) : results[0];
  };
}

export const approvalBehaviour = platformType({
  type: "System.Approval",
  statics: {
    isLocked: lockedOf,
    lock: setting(true, "Approval.LockResult", newLockResult),
    unlock: setting(false, "Approval.UnlockResult", newUnlockResult),
  },
});
