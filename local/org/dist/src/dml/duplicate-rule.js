/**
 * Duplicate rules, after the validation rules. Records of one save are compared with those that are stored, not with each other; an update
 * is looked at when it changes a field that a matching rule compares.
 * Source: Apex Developer Guide, "Triggers and Order of Execution"; Apex Reference, "DMLOptions.DuplicateRuleHeader"; Salesforce Help,
 * "Things to Know About Duplicate Rules".
 */
import { READ } from "../access/sharing/access-level.js";
import { filterLogic } from "../soql/filter-logic.js";
import { indexKey } from "../store/index-key.js";
import { sameValue } from "./draft.js";
import { saveError } from "./save-error.js";
export function checkDuplicateRules(context, describe, drafts, settings) {
    const rules = context.schema.duplicateRules.get(describe.name) ?? [];
    for (const rule of rules) {
        for (const matching of rule.matchings) {
            const looked = drafts.filter((draft) => refuses(rule, draft, settings) && isLookedAt(describe, matching, draft));
            for (const draft of duplicates(context, describe, rule, matching, looked, drafts))
                if (!draft.errors.some(({ statusCode }) => statusCode === "DUPLICATES_DETECTED"))
                    draft.errors.push(saveError("DUPLICATES_DETECTED", rule.message));
        }
    }
}
/** A block holds whatever the caller allows; an alert is for a caller who did not say to save all the same. */
function refuses(rule, draft, { options }) {
    const action = draft.before === null ? rule.onInsert : rule.onUpdate;
    return action === "block" || (action === "alert" && !options.duplicateRuleAllowSave);
}
function isLookedAt(describe, { items }, draft) {
    const { before, values } = draft;
    return (before === null ||
        items.some((item) => {
            const name = describe.fields.get(item.field.toLowerCase())?.name ?? item.field;
            return !sameValue(before.values[name], values[name]);
        }));
}
function duplicates(context, describe, rule, matching, looked, saved) {
    const found = new Set();
    if (looked.length === 0)
        return found;
    const matches = matcherOf(describe, matching);
    const savedIds = new Set(saved.map(({ id }) => id));
    const byKey = draftsByKey(describe, matching, looked);
    for (const row of context.store.rowsOf(describe.name)) {
        if (row.isDeleted || savedIds.has(row.id))
            continue;
        const candidates = byKey === null ? looked : (byKey.get(keyOf(describe, matching, row.values)) ?? []);
        const isSame = candidates.filter((draft) => matches(draft.values, row.values));
        if (isSame.length === 0 || !isSeen(context, rule, row))
            continue;
        for (const draft of isSame)
            found.add(draft);
    }
    return found;
}
function isSeen({ sharing }, rule, row) {
    return !rule.heedsSharing || sharing === null || sharing.level(row, READ) >= READ;
}
function matcherOf(describe, { items, logic }) {
    const isEqual = (index, left, right) => {
        const item = items[index];
        const field = item === undefined ? undefined : describe.fields.get(item.field.toLowerCase());
        if (item === undefined || field === undefined)
            return false;
        const wanted = indexKey(field, left[field.name]);
        return (wanted === indexKey(field, right[field.name]) && (wanted !== undefined || item.matchesBlanks));
    };
    return (left, right) => logic === null
        ? items.every((_, index) => isEqual(index, left, right))
        : filterLogic(logic, (number) => isEqual(number - 1, left, right));
}
/** null where the rule joins its fields otherwise than all of them. */
function draftsByKey(describe, matching, drafts) {
    if (matching.logic !== null)
        return null;
    const byKey = new Map();
    for (const draft of drafts) {
        const key = keyOf(describe, matching, draft.values);
        byKey.set(key, [...(byKey.get(key) ?? []), draft]);
    }
    return byKey;
}
function keyOf(describe, { items }, values) {
    const parts = items.map(({ field }) => {
        const known = describe.fields.get(field.toLowerCase());
        return known === undefined ? null : (indexKey(known, values[known.name]) ?? null);
    });
    return JSON.stringify(parts);
}
