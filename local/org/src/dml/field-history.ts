import { ApexDatetime } from "../runtime/datetime.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import type { StoredValue } from "../store/row.ts";
import type { DmlContext } from "./dml-context.ts";
import { type Draft, sameValue } from "./draft.ts";

/**
 * Rows of the object's history: `created` for a new record, else one per tracked field that changed. As on the platform, tests write none.
 */
export function recordHistory(context: DmlContext, describe: SObjectDescribe, draft: Draft): void {
  if (!describe.isHistoryTracked || !context.writesHistory) return;
  const history = historyObject(context, describe);
  if (history === undefined || draft.id === null) return;
  if (draft.before === null) {
    putHistory(context, history, describe, draft.id, "created", null, null);
    return;
  }
  for (const field of describe.fields.values()) {
    const [oldValue, newValue] = [
      draft.before.values[field.name] ?? null,
      draft.values[field.name] ?? null,
    ];
    if (field.isHistoryTracked && !sameValue(oldValue, newValue)) {
      putHistory(context, history, describe, draft.id, field.name, oldValue, newValue);
    }
  }
}

function historyObject(
  context: DmlContext,
  describe: SObjectDescribe,
): SObjectDescribe | undefined {
  return context.schema.object(
    describe.isCustom ? describe.name.replace(/__c$/u, "__History") : `${describe.name}History`,
  );
}

function putHistory(
  context: DmlContext,
  history: SObjectDescribe,
  describe: SObjectDescribe,
  recordId: string,
  field: string,
  oldValue: StoredValue,
  newValue: StoredValue,
): void {
  const parentField = describe.isCustom ? "ParentId" : `${describe.name}Id`;
  context.store.put({
    object: history.name,
    id: context.store.mint(history.name),
    isDeleted: false,
    values: {
      [parentField]: recordId,
      Field: field,
      OldValue: oldValue,
      NewValue: newValue,
      CreatedById: context.userId,
      CreatedDate: new ApexDatetime(Math.floor(context.now / 1000) * 1000),
    },
  });
}
