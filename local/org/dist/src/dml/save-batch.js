import { recordOptions } from "../runtime/record-options.js";
import { hasFailed, rowOf, triggerRecord } from "./draft.js";
import { checkDuplicateRules } from "./duplicate-rule.js";
import { recordHistory } from "./field-history.js";
import { checkContentVersion, publishContentVersion } from "./content-version.js";
import { fieldValue } from "./field-value.js";
import { settleStage } from "./opportunity-stage.js";
import { checkLookups } from "./parent-reference.js";
import { checkRequired, checkUnique } from "./required-and-unique.js";
import { refreshRollups, RollupFailure } from "./rollup.js";
import { customValidation } from "./save-error.js";
import { checkCurrency } from "./record-currency.js";
import { settleAddresses } from "./state-and-country.js";
import { checkShare, dropManualShares } from "./share-rows.js";
import { addRoleGroups } from "../store/role-groups.js";
import { storedText } from "../store/stored-text.js";
import { stampSystemFields } from "./system-fields.js";
import { TriggerFailure } from "./trigger-failure.js";
import { checkValidationRules } from "./validation-rule.js";
/**
 * Saves at most 200 new or changed records in the platform's order of execution: before triggers, system validation, validation rules,
 * save, after triggers, roll-ups. Failures are left in the drafts. With `allOrNone` it stops after the step that had one.
 * Source: Apex Developer Guide, Triggers and Order of Execution.
 */
export function saveBatch(context, describe, drafts, settings) {
    const kind = drafts[0]?.before === null ? "insert" : "update";
    try {
        if (context.triggers.hasTriggers(describe.name, [`before ${kind}`]))
            runBeforeTriggers(context, describe, live(drafts), kind);
        if (mustStop(drafts, settings))
            return;
        validate(context, describe, drafts, settings);
        if (mustStop(drafts, settings))
            return;
        const saved = live(drafts);
        for (const draft of saved)
            save(context, describe, draft);
        if (context.triggers.hasTriggers(describe.name, [`after ${kind}`]))
            runAfterTriggers(context, describe, saved, kind);
        for (const draft of live(saved))
            recordHistory(context, describe, draft);
        refreshRollups(context, describe, saved.flatMap((draft) => [draft.before?.values ?? {}, draft.values]));
    }
    catch (error) {
        if (!(error instanceof TriggerFailure) && !(error instanceof RollupFailure))
            throw error;
        for (const draft of live(drafts))
            draft.errors.push(error.asSaveError());
    }
}
function live(drafts) {
    return drafts.filter((draft) => !hasFailed(draft));
}
function mustStop(drafts, settings) {
    return settings.allOrNone ? drafts.some(hasFailed) : drafts.every(hasFailed);
}
function runBeforeTriggers(context, describe, drafts, kind) {
    if (drafts.length === 0)
        return;
    const newRecords = drafts.map((draft) => triggerRecord(context, describe, {
        object: describe.name,
        id: draft.id,
        values: draft.values,
        isDeleted: false,
    }));
    context.triggers.run(describe.name, `before ${kind}`, {
        newRecords,
        oldRecords: oldRecords(context, describe, drafts),
    });
    for (const [index, draft] of drafts.entries()) {
        const record = newRecords[index];
        if (record === undefined)
            continue;
        takeErrors(draft, record);
        takeValues(describe, draft, record);
    }
}
function runAfterTriggers(context, describe, drafts, kind) {
    if (drafts.length === 0)
        return;
    const newRecords = drafts.map((draft) => {
        const record = triggerRecord(context, describe, rowOf(describe, draft.id ?? "", draft.values));
        record.isReadOnly = true;
        return record;
    });
    context.triggers.run(describe.name, `after ${kind}`, {
        newRecords,
        oldRecords: oldRecords(context, describe, drafts),
    });
    for (const [index, draft] of drafts.entries()) {
        const record = newRecords[index];
        if (record !== undefined)
            takeErrors(draft, record);
    }
}
function oldRecords(context, describe, drafts) {
    const records = drafts.flatMap(({ before }) => {
        if (before === null)
            return [];
        const record = triggerRecord(context, describe, before);
        record.isReadOnly = true;
        return [record];
    });
    return records.length === 0 ? null : records;
}
/** Takes what `addError` left on a trigger's record. */
export function takeErrors(draft, record) {
    for (const error of record.errors)
        draft.errors.push(customValidation(error.message, error.field));
}
/** Takes what a before trigger assigned. Fields that are not the trigger's to write keep their values. */
function takeValues(describe, draft, record) {
    for (const [name, value] of record.values) {
        const field = describe.fields.get(name.toLowerCase());
        if (field === undefined ||
            field.type === "id" ||
            field.formula !== null ||
            field.rollup !== null ||
            name === "IsDeleted")
            continue;
        // What Apex assigned to a field is an Apex value of the field's type, which is what a row holds.
        draft.values[field.name] = value;
    }
}
function validate(context, describe, drafts, settings) {
    for (const draft of live(drafts)) {
        const allowFieldTruncation = recordOptions(draft.source)?.allowFieldTruncation ?? settings.options.allowFieldTruncation;
        for (const [name, value] of Object.entries(draft.values)) {
            const field = describe.fields.get(name.toLowerCase());
            if (field === undefined || value === draft.before?.values[name])
                continue;
            const result = fieldValue(field, value, { allowFieldTruncation });
            if ("error" in result)
                draft.errors.push(result.error);
            else
                draft.values[name] = result.value;
        }
        settleStage(describe, draft);
        settleAddresses(context, describe, draft);
        checkCurrency(context, describe, draft);
        checkRequired(describe, draft);
        if (describe.name === "ContentVersion")
            checkContentVersion(draft);
        if (describe.kind === "share")
            checkShare(context, describe, draft);
        checkLookups(context, draft, describe.fields.values());
    }
    for (const draft of live(drafts))
        checkValidationRules(context, describe, draft);
    checkDuplicateRules(context, describe, live(drafts), settings);
    checkUnique(context, describe, live(drafts));
}
function save(context, describe, draft) {
    if (describe.name === "ContentVersion" && draft.before === null)
        publishContentVersion(context, draft);
    draft.id ??= context.store.mint(describe.name);
    stampSystemFields(context, describe, draft, draft.id);
    draft.isWritten = true;
    context.store.put(rowOf(describe, draft.id, draft.values));
    dropManualShares(context, describe, draft);
    if (describe.name === "UserRole")
        addRoleGroups(context.store, draft.id, storedText(draft.values["DeveloperName"]));
}
