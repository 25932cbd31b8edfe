/**
 * Duplicate rules, after the validation rules. Records of one save are compared with those that are stored, not with each other; an update
 * is looked at when it changes a field that a matching rule compares.
 * Source: Apex Developer Guide, "Triggers and Order of Execution"; Apex Reference, "DMLOptions.DuplicateRuleHeader"; Salesforce Help,
 * "Things to Know About Duplicate Rules".
 */
import { READ } from "../access/sharing/access-level.ts";
import type { DuplicateRule, MatchingRule, SObjectDescribe } from "../schema/schema.ts";
import { filterLogic } from "../soql/filter-logic.ts";
import { indexKey } from "../store/index-key.ts";
import type { Row, RowValues } from "../store/row.ts";
import type { DmlContext, DmlSettings } from "./dml-context.ts";
import { sameValue, type Draft } from "./draft.ts";
import { saveError } from "./save-error.ts";

export function checkDuplicateRules(
  context: DmlContext,
  describe: SObjectDescribe,
  drafts: readonly Draft[],
  settings: DmlSettings,
): void {
  const rules = context.schema.duplicateRules.get(describe.name) ?? [];
  for (const rule of rules) {
    for (const matching of rule.matchings) {
      const looked = drafts.filter(
        (draft) => refuses(rule, draft, settings) && isLookedAt(describe, matching, draft),
      );
      for (const draft of duplicates(context, describe, rule, matching, looked, drafts))
        if (!draft.errors.some(({ statusCode }) => statusCode === "DUPLICATES_DETECTED"))
          draft.errors.push(saveError("DUPLICATES_DETECTED", rule.message));
    }
  }
}

/** A block holds whatever the caller allows; an alert is for a caller who did not say to save all the same. */
function refuses(rule: DuplicateRule, draft: Draft, { options }: DmlSettings): boolean {
  const action = draft.before === null ? rule.onInsert : rule.onUpdate;
  return action === "block" || (action === "alert" && !options.duplicateRuleAllowSave);
}

function isLookedAt(describe: SObjectDescribe, { items }: MatchingRule, draft: Draft): boolean {
  const { before, values } = draft;
  return (
    before === null ||
    items.some((item) => {
      const name = describe.fields.get(item.field.toLowerCase())?.name ?? item.field;
      return !sameValue(before.values[name], values[name]);
    })
  );
}

function duplicates(
  context: DmlContext,
  describe: SObjectDescribe,
  rule: DuplicateRule,
  matching: MatchingRule,
  looked: readonly Draft[],
  saved: readonly Draft[],
): ReadonlySet<Draft> {
  const found = new Set<Draft>();
  if (looked.length === 0) return found;
  const matches = matcherOf(describe, matching);
  const savedIds = new Set(saved.map(({ id }) => id));
  const byKey = draftsByKey(describe, matching, looked);
  for (const row of context.store.rowsOf(describe.name)) {
    if (row.isDeleted || savedIds.has(row.id)) continue;
    const candidates =
      byKey === null ? looked : (byKey.get(keyOf(describe, matching, row.values)) ?? []);
    const isSame = candidates.filter((draft) => matches(draft.values, row.values));
    if (isSame.length === 0 || !isSeen(context, rule, row)) continue;
    for (const draft of isSame) found.add(draft);
  }
  return found;
}

function isSeen({ sharing }: DmlContext, rule: DuplicateRule, row: Row): boolean {
  return !rule.heedsSharing || sharing === null || sharing.level(row, READ) >= READ;
}

type Matcher = (left: RowValues, right: RowValues) => boolean;

function matcherOf(describe: SObjectDescribe, { items, logic }: MatchingRule): Matcher {
  const isEqual = (index: number, left: RowValues, right: RowValues): boolean => {
    const item = items[index];
    const field = item === undefined ? undefined : describe.fields.get(item.field.toLowerCase());
    if (item === undefined || field === undefined) return false;
    const wanted = indexKey(field, left[field.name]);
    return (
      wanted === indexKey(field, right[field.name]) && (wanted !== undefined || item.matchesBlanks)
    );
  };
  return (left, right) =>
    logic === null
      ? items.every((_, index) => isEqual(index, left, right))
      : filterLogic(logic, (number) => isEqual(number - 1, left, right));
}

/** null where the rule joins its fields otherwise than all of them. */
function draftsByKey(
  describe: SObjectDescribe,
  matching: MatchingRule,
  drafts: readonly Draft[],
): ReadonlyMap<string, readonly Draft[]> | null {
  if (matching.logic !== null) return null;
  const byKey = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = keyOf(describe, matching, draft.values);
    byKey.set(key, [...(byKey.get(key) ?? []), draft]);
  }
  return byKey;
}

function keyOf(describe: SObjectDescribe, { items }: MatchingRule, values: RowValues): string {
  const parts = items.map(({ field }) => {
    const known = describe.fields.get(field.toLowerCase());
    return known === undefined ? null : (indexKey(known, values[known.name]) ?? null);
  });
  return JSON.stringify(parts);
}
