import type { SObjectDescribe } from "../schema/schema.ts";
import { recordOptions } from "../runtime/record-options.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import type { DmlError } from "../runtime/host.ts";
import type { Row, StoredValue } from "../store/row.ts";
import type { DmlContext, DmlSettings } from "./dml-context.ts";
import { type Draft, hasFailed, rowOf, triggerRecord } from "./draft.ts";
import { checkDuplicateRules } from "./duplicate-rule.ts";
import { recordHistory } from "./field-history.ts";
import { checkContentVersion, publishContentVersion } from "./content-version.ts";
import { fieldValue } from "./field-value.ts";
import { settleClosing } from "./closing-status.ts";
import { settleForecast } from "./opportunity-forecast.ts";
import { settleAmount, settleLineItem } from "./opportunity-products.ts";
import { settleStage } from "./opportunity-stage.ts";
import { fieldsOf } from "./fields-of.ts";
import { checkLookups } from "./parent-reference.ts";
import { checkRequired, checkUnique } from "./required-and-unique.ts";
import { refreshRollups, RollupFailure } from "./rollup.ts";
import { customValidation } from "./save-error.ts";
import { checkCurrency } from "./record-currency.ts";
import { settleAddresses } from "./state-and-country.ts";
import { checkShare, dropManualShares } from "./share-rows.ts";
import { addRoleGroups } from "../store/role-groups.ts";
import { storedText } from "../store/stored-text.ts";
import { stampSystemFields } from "./system-fields.ts";
import { TriggerFailure } from "./trigger-failure.ts";
import { checkValidationRules } from "./validation-rule.ts";
import { applyFieldUpdates } from "./workflow-rules.ts";

/**
 * Saves at most 200 new or changed records in the platform's order of execution: before-save flows, before triggers, system validation,
 * validation rules, save, after triggers, workflow rules, after-save flows, roll-ups. Failures are left in the drafts. With `allOrNone` it stops after the step that had one.
 * Source: Apex Developer Guide, Triggers and Order of Execution.
 */
export function saveBatch(
  context: DmlContext,
  describe: SObjectDescribe,
  drafts: readonly Draft[],
  settings: DmlSettings,
): void {
  const kind = drafts[0]?.before === null ? "insert" : "update";
  try {
    if (context.flows.has(describe.name, "beforeSave", kind))
      runBeforeSaveFlows(context, describe, live(drafts), kind);
    if (mustStop(drafts, settings)) return;
    if (context.triggers.hasTriggers(describe.name, [`before ${kind}`]))
      runBeforeTriggers(context, describe, live(drafts), kind);
    if (mustStop(drafts, settings)) return;
    validate(context, describe, drafts, settings);
    if (mustStop(drafts, settings)) return;
    const saved = live(drafts);
    for (const draft of saved) save(context, describe, draft);
    if (context.triggers.hasTriggers(describe.name, [`after ${kind}`]))
      runAfterTriggers(context, describe, saved, kind);
    if (mustStop(drafts, settings)) return;
    runWorkflowRules(context, describe, live(saved), settings);
    if (mustStop(drafts, settings)) return;
    if (context.flows.has(describe.name, "afterSave", kind))
      runAfterSaveFlows(context, describe, live(saved), kind);
    for (const draft of live(saved)) recordHistory(context, describe, draft);
    refreshRollups(
      context,
      describe,
      saved.flatMap((draft) => [draft.before?.values ?? {}, draft.values]),
    );
  } catch (error) {
    if (!(error instanceof TriggerFailure) && !(error instanceof RollupFailure)) throw error;
    for (const draft of live(drafts)) draft.errors.push(error.asSaveError());
  }
}

function live(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.filter((draft) => !hasFailed(draft));
}

function mustStop(drafts: readonly Draft[], settings: DmlSettings): boolean {
  return settings.allOrNone ? drafts.some(hasFailed) : drafts.every(hasFailed);
}

function runBeforeTriggers(
  context: DmlContext,
  describe: SObjectDescribe,
  drafts: readonly Draft[],
  kind: "insert" | "update",
): void {
  if (drafts.length === 0) return;
  const newRecords = unsavedRecords(context, describe, drafts);
  context.triggers.run(describe.name, `before ${kind}`, {
    newRecords,
    oldRecords: oldRecords(context, describe, drafts),
  });
  takeChanges(describe, drafts, newRecords);
}

/** Source: Apex Developer Guide, Triggers and Order of Execution: before the before triggers. */
function runBeforeSaveFlows(
  context: DmlContext,
  describe: SObjectDescribe,
  drafts: readonly Draft[],
  kind: "insert" | "update",
): void {
  if (drafts.length === 0) return;
  const newRecords = unsavedRecords(context, describe, drafts);
  const refusals = context.flows.run(describe.name, "beforeSave", kind, {
    newRecords,
    oldRecords: oldRecords(context, describe, drafts),
  });
  takeRefusals(drafts, refusals);
  takeChanges(describe, drafts, newRecords);
}

/**
 * What field updates change is saved anew: with the system's validation and the update triggers, once more and only once more, but without
 * validation rules, duplicate rules and flows. Trigger.old is the record before the whole save.
 * Source: Apex Developer Guide, Triggers and Order of Execution.
 */
function runWorkflowRules(
  context: DmlContext,
  describe: SObjectDescribe,
  drafts: readonly Draft[],
  settings: DmlSettings,
): void {
  if (!context.schema.workflowRules.has(describe.name)) return;
  const again = drafts.flatMap((draft): readonly Draft[] => {
    const saved = rowOf(describe, draft.id ?? "", { ...draft.values });
    if (!applyFieldUpdates(context, describe, draft)) return [];
    // Its values and errors are those of the draft itself.
    return [{ ...draft, before: draft.before ?? saved }];
  });
  if (again.length === 0) return;
  if (context.triggers.hasTriggers(describe.name, ["before update"]))
    runBeforeTriggers(context, describe, again, "update");
  if (mustStop(again, settings)) return;
  validateFields(context, describe, again, settings);
  checkUnique(context, describe, live(again));
  if (mustStop(again, settings)) return;
  for (const draft of live(again)) save(context, describe, draft);
  if (context.triggers.hasTriggers(describe.name, ["after update"]))
    runAfterTriggers(context, describe, live(again), "update");
}

/** Source: Apex Developer Guide, Triggers and Order of Execution: after the after triggers and the workflow rules. */
function runAfterSaveFlows(
  context: DmlContext,
  describe: SObjectDescribe,
  drafts: readonly Draft[],
  kind: "insert" | "update",
): void {
  if (drafts.length === 0) return;
  const newRecords = drafts.map((draft) =>
    triggerRecord(context, describe, currentRow(context, describe, draft)),
  );
  const refusals = context.flows.run(describe.name, "afterSave", kind, {
    newRecords,
    oldRecords: oldRecords(context, describe, drafts),
  });
  takeRefusals(drafts, refusals);
  for (const [index, draft] of drafts.entries()) {
    const record = newRecords[index];
    if (record !== undefined) takeErrors(draft, record);
  }
}

/** The record as it now is: a trigger may have saved it anew. */
function currentRow(context: DmlContext, describe: SObjectDescribe, draft: Draft): Row {
  return (
    context.store.get(describe.name, draft.id ?? "") ??
    rowOf(describe, draft.id ?? "", draft.values)
  );
}

function unsavedRecords(
  context: DmlContext,
  describe: SObjectDescribe,
  drafts: readonly Draft[],
): readonly SObjectValue[] {
  return drafts.map((draft) => {
    const record = triggerRecord(context, describe, {
      object: describe.name,
      id: draft.id,
      values: draft.values,
      isDeleted: false,
    });
    copyOrigin(draft, record);
    return record;
  });
}

/** A trigger knows that its record is a clone, and of what: the suite of CampaignTools relies on it. */
function copyOrigin({ source }: Draft, record: SObjectValue): void {
  record.isClone = source.isClone;
  record.cloneSourceId = source.cloneSourceId;
}

function takeChanges(
  describe: SObjectDescribe,
  drafts: readonly Draft[],
  records: readonly SObjectValue[],
): void {
  for (const [index, draft] of drafts.entries()) {
    const record = records[index];
    if (record === undefined) continue;
    takeErrors(draft, record);
    takeValues(describe, draft, record);
  }
}

/** Takes what flows refused. */
export function takeRefusals(
  drafts: readonly Draft[],
  refusals: readonly (DmlError | null)[],
): void {
  for (const [index, draft] of drafts.entries()) {
    const refusal = refusals[index] ?? null;
    if (refusal !== null) draft.errors.push(refusal);
  }
}

function runAfterTriggers(
  context: DmlContext,
  describe: SObjectDescribe,
  drafts: readonly Draft[],
  kind: "insert" | "update",
): void {
  if (drafts.length === 0) return;
  const newRecords = drafts.map((draft) => {
    const record = triggerRecord(context, describe, rowOf(describe, draft.id ?? "", draft.values));
    copyOrigin(draft, record);
    record.isReadOnly = true;
    return record;
  });
  context.triggers.run(describe.name, `after ${kind}`, {
    newRecords,
    oldRecords: oldRecords(context, describe, drafts),
  });
  for (const [index, draft] of drafts.entries()) {
    const record = newRecords[index];
    if (record !== undefined) takeErrors(draft, record);
  }
}

function oldRecords(
  context: DmlContext,
  describe: SObjectDescribe,
  drafts: readonly Draft[],
): readonly SObjectValue[] | null {
  const records = drafts.flatMap(({ before }) => {
    if (before === null) return [];
    const record = triggerRecord(context, describe, before);
    record.isReadOnly = true;
    return [record];
  });
  return records.length === 0 ? null : records;
}

/** Takes what `addError` left on a trigger's record. */
export function takeErrors(draft: Draft, record: SObjectValue): void {
  for (const error of record.errors)
    draft.errors.push(customValidation(error.message, error.field));
}

/** Takes what a before trigger assigned. Fields that are not the trigger's to write keep their values. */
function takeValues(describe: SObjectDescribe, draft: Draft, record: SObjectValue): void {
  for (const [name, value] of record.values) {
    const field = describe.fields.get(name);
    if (
      field === undefined ||
      field.type === "id" ||
      field.formula !== null ||
      field.rollup !== null ||
      name === "IsDeleted"
    )
      continue;
    // What Apex assigned to a field is an Apex value of the field's type, which is what a row holds.
    draft.values[field.name] = value as StoredValue;
  }
}

function validate(
  context: DmlContext,
  describe: SObjectDescribe,
  drafts: readonly Draft[],
  settings: DmlSettings,
): void {
  validateFields(context, describe, drafts, settings);
  for (const draft of live(drafts)) checkValidationRules(context, describe, draft);
  checkDuplicateRules(context, describe, live(drafts), settings);
  checkUnique(context, describe, live(drafts));
}

/** What the system itself asks of the record. */
function validateFields(
  context: DmlContext,
  describe: SObjectDescribe,
  drafts: readonly Draft[],
  settings: DmlSettings,
): void {
  for (const draft of live(drafts)) {
    const allowFieldTruncation =
      recordOptions(draft.source)?.allowFieldTruncation ?? settings.options.allowFieldTruncation;
    for (const [name, value] of Object.entries(draft.values)) {
      if (value === draft.before?.values[name]) continue;
      const field = describe.fields.get(name);
      if (field === undefined) continue;
      const result = fieldValue(field, value, { allowFieldTruncation });
      if ("error" in result) draft.errors.push(result.error);
      else draft.values[name] = result.value;
    }
    settleStage(describe, draft);
    settleLineItem(describe, draft);
    settleAmount(context, describe, draft);
    settleForecast(describe, draft);
    settleClosing(context, describe, draft);
    settleAddresses(context, describe, draft);
    checkCurrency(context, describe, draft);
    checkRequired(describe, draft);
    if (describe.name === "ContentVersion") checkContentVersion(draft);
    if (describe.kind === "share") checkShare(context, describe, draft);
    checkLookups(context, draft, fieldsOf(describe).lookups);
  }
}

function save(context: DmlContext, describe: SObjectDescribe, draft: Draft): void {
  if (describe.name === "ContentVersion" && draft.before === null)
    publishContentVersion(context, draft);
  draft.id ??= context.store.mint(describe.name);
  stampSystemFields(context, describe, draft, draft.id);
  draft.isWritten = true;
  const isLocked = context.store.get(describe.name, draft.id)?.isLocked === true;
  context.store.put({
    ...rowOf(describe, draft.id, draft.values),
    ...(isLocked ? { isLocked } : {}),
  });
  dropManualShares(context, describe, draft);
  if (describe.name === "UserRole")
    addRoleGroups(context.store, draft.id, storedText(draft.values["DeveloperName"]));
}
