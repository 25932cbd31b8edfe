import type { DmlOutcome, DmlRequest } from "../runtime/host.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import type { DmlOperation, TriggerEvent } from "../syntax/ast.ts";
import { deleteBatch } from "./delete-batch.ts";
import type { DmlContext, SaveKind } from "./dml-context.ts";
import { type Draft, hasFailed } from "./draft.ts";
import { existingDraft, insertDraft, updateDraft } from "./drafts.ts";
import { mergeRecords } from "./merge-records.ts";
import { refuseLocked } from "./record-locks.ts";
import { saveBatch } from "./save-batch.ts";
import { saveError } from "./save-error.ts";
import { refuseUnshared } from "./sharing-check.ts";
import { undeleteBatch } from "./undelete-batch.ts";
import { upsertDrafts } from "./upsert-match.ts";

/** Source: Apex Developer Guide, Triggers: a trigger sees at most 200 records at a time. */
const BATCH_SIZE = 200;

/** After this many repetitions of a partly failed batch the platform gives up. Source: Apex Developer Guide, Bulk DML Exception Handling. */
const MAX_ATTEMPTS = 3;

/**
 * Runs a DML operation on records of any objects: one outcome per record, in order. With `allOrNone` a single failure undoes
 * everything. Ids go to the records given.
 */
export function runDml(context: DmlContext, request: DmlRequest): readonly DmlOutcome[] {
  const takeBack = context.savepoint();
  const outcomes: (DmlOutcome | undefined)[] = request.records.map(() => undefined);
  for (const run of runsOfOneObject(request)) {
    const drafts = runDrafts(context, run.describe, run.records, request);
    for (const draft of drafts)
      outcomes[run.start + draft.index] = outcomeOf(draft, request.operation);
    if (request.allOrNone && drafts.some(hasFailed)) break;
  }
  const results = outcomes.map(
    (outcome) =>
      outcome ?? { id: null, isSuccess: false, isCreated: false, errors: [rolledBack()] },
  );
  if (request.allOrNone && results.some((outcome) => !outcome.isSuccess)) {
    takeBack();
    return results;
  }
  for (const [index, outcome] of results.entries()) {
    if (outcome.isSuccess && outcome.id !== null)
      request.records[index]?.values.set("Id", outcome.id);
  }
  return results;
}

function rolledBack(): ReturnType<typeof saveError> {
  return saveError(
    "ALL_OR_NONE_OPERATION_ROLLED_BACK",
    "Record rolled back because not all records were valid and the request was using AllOrNone header",
  );
}

/** Neighbouring records of one object are saved together. */
function runsOfOneObject(
  request: DmlRequest,
): readonly { describe: SObjectDescribe; start: number; records: SObjectValue[] }[] {
  const runs: { describe: SObjectDescribe; start: number; records: SObjectValue[] }[] = [];
  for (const [index, record] of request.records.entries()) {
    const last = runs.at(-1);
    if (last?.describe.name === record.describe.name) last.records.push(record);
    else runs.push({ describe: record.describe, start: index, records: [record] });
  }
  return runs;
}

function runDrafts(
  context: DmlContext,
  describe: SObjectDescribe,
  records: readonly SObjectValue[],
  request: DmlRequest,
): readonly Draft[] {
  if (request.operation === "merge") {
    return records.map((record) => {
      const takeBack = context.savepoint();
      const draft = mergeRecords(context, describe, record, request.losers, request);
      if (hasFailed(draft)) takeBack();
      return draft;
    });
  }
  const done: Draft[] = [];
  for (let start = 0; start < records.length; start += BATCH_SIZE) {
    const batch = records.slice(start, start + BATCH_SIZE);
    const drafts = attemptBatch(context, describe, batch, request).map((draft) => ({
      ...draft,
      index: draft.index + start,
    }));
    done.push(...drafts);
    if (request.allOrNone && drafts.some(hasFailed)) break;
  }
  return done;
}

/**
 * Saves a batch. When some of its records failed after something was written for them, by a trigger or by the save itself, all of it is
 * taken back and the others are saved again alone: nothing of a refused record stays.
 * Source: Apex Developer Guide, Bulk DML Exception Handling.
 */
function attemptBatch(
  context: DmlContext,
  describe: SObjectDescribe,
  records: readonly SObjectValue[],
  request: DmlRequest,
): readonly Draft[] {
  const failed = new Map<number, Draft>();
  for (let attempt = 1; ; attempt += 1) {
    const takeBack = context.savepoint();
    const drafts = makeDrafts(context, describe, records, request).filter(
      (draft) => !failed.has(draft.index),
    );
    refuseUnshared(context, describe, drafts, request.operation);
    refuseLocked(context, describe, drafts);
    processBatch(context, describe, drafts, request);
    const failures = drafts.filter(hasFailed);
    if (request.allOrNone || failures.length === 0) return [...failed.values(), ...drafts];
    const leavesTraces =
      hasAutomation(context, describe, request.operation) ||
      failures.some(({ isWritten }) => isWritten);
    if (!leavesTraces) return [...failed.values(), ...drafts];
    takeBack();
    for (const draft of failures) failed.set(draft.index, draft);
    const rest = drafts.filter((draft) => !hasFailed(draft));
    if (rest.length === 0) return [...failed.values()];
    if (attempt === MAX_ATTEMPTS) {
      for (const draft of rest) {
        draft.errors.push(
          saveError(
            "UNKNOWN_EXCEPTION",
            "Too many batch retries in the presence of Apex triggers and partial failures.",
          ),
        );
      }
      return [...failed.values(), ...rest];
    }
  }
}

const TRIGGER_EVENTS: Readonly<Record<DmlOperation, readonly TriggerEvent[]>> = {
  insert: ["before insert", "after insert"],
  update: ["before update", "after update"],
  upsert: ["before insert", "after insert", "before update", "after update"],
  delete: ["before delete", "after delete"],
  undelete: ["after undelete"],
  merge: ["before update", "after update", "before delete", "after delete"],
};

function hasAutomation(
  context: DmlContext,
  describe: SObjectDescribe,
  operation: DmlOperation,
): boolean {
  return (
    context.triggers.hasTriggers(describe.name, TRIGGER_EVENTS[operation]) ||
    FLOW_KINDS[operation].some((kind) =>
      FLOW_MOMENTS.some((moment) => context.flows.has(describe.name, moment, kind)),
    )
  );
}

const FLOW_MOMENTS = ["beforeSave", "afterSave", "beforeDelete"] as const;

const FLOW_KINDS: Readonly<Record<DmlOperation, readonly SaveKind[]>> = {
  insert: ["insert"],
  update: ["update"],
  upsert: ["insert", "update"],
  delete: ["delete"],
  undelete: [],
  merge: ["update", "delete"],
};

function makeDrafts(
  context: DmlContext,
  describe: SObjectDescribe,
  records: readonly SObjectValue[],
  request: DmlRequest,
): readonly Draft[] {
  switch (request.operation) {
    case "insert":
      return records.map((record, index) => insertDraft(context, describe, record, index));
    case "update":
      return records.map((record, index) => updateDraft(context, describe, record, index));
    case "upsert":
      return upsertDrafts(context, describe, records, request.externalIdField);
    case "delete":
      return records.map((record, index) =>
        existingDraft(context, describe, record, index, "delete"),
      );
    case "undelete":
      return records.map((record, index) =>
        existingDraft(context, describe, record, index, "undelete"),
      );
    case "merge":
      throw new Error("a merge is not a batch");
  }
}

function processBatch(
  context: DmlContext,
  describe: SObjectDescribe,
  drafts: readonly Draft[],
  request: DmlRequest,
): void {
  if (request.allOrNone && drafts.some(hasFailed)) return;
  const ready = drafts.filter((draft) => !hasFailed(draft));
  switch (request.operation) {
    case "insert":
    case "update":
    case "upsert":
      for (const group of [
        ready.filter((draft) => draft.before === null),
        ready.filter((draft) => draft.before !== null),
      ]) {
        if (group.length > 0) saveBatch(context, describe, group, request);
        if (request.allOrNone && group.some(hasFailed)) return;
      }
      return;
    case "delete":
      deleteBatch(context, describe, ready, request, null);
      return;
    case "undelete":
      undeleteBatch(context, describe, ready);
      return;
    case "merge":
      throw new Error("a merge is not a batch");
  }
}

function outcomeOf(draft: Draft, operation: DmlOperation): DmlOutcome {
  const isSuccess = !hasFailed(draft);
  return {
    id: isSuccess || draft.before !== null ? draft.id : null,
    isSuccess,
    isCreated:
      isSuccess && draft.before === null && (operation === "upsert" || operation === "insert"),
    errors: draft.errors,
  };
}
