import type { SObjectValue } from "../runtime/sobject.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import { indexKey } from "../store/index-key.ts";
import type { StoredValue } from "../store/row.ts";
import type { DmlContext } from "./dml-context.ts";
import type { Draft } from "./draft.ts";
import { insertDraft, updateDraft } from "./drafts.ts";
import { duplicateExternalId, saveError } from "./save-error.ts";
import { storedText } from "../store/stored-text.ts";

/** Drafts of an upsert: an update where a record has the id, or the external id's value; else an insert. */
export function upsertDrafts(
  context: DmlContext,
  describe: SObjectDescribe,
  records: readonly SObjectValue[],
  externalIdField: string | null,
): readonly Draft[] {
  const field =
    externalIdField === null ? undefined : describe.fields.get(externalIdField.toLowerCase());
  if (field === undefined || field.type === "id") {
    return records.map((record, index) =>
      record.id === null
        ? insertDraft(context, describe, record, index)
        : updateDraft(context, describe, record, index),
    );
  }
  const seen = new Set<string>();
  return records.map((record, index) => {
    // A field's value is an Apex value of its type.
    const value = record.peek(field.name) as StoredValue;
    const key = indexKey(field, value);
    if (key === undefined) return insertDraft(context, describe, record, index);
    const matches = [...context.store.table(describe.name).find(field.name, key)].filter(
      (row) => !row.isDeleted,
    );
    const [match] = matches;
    const draft =
      match === undefined
        ? insertDraft(context, describe, record, index)
        : matchedDraft(context, describe, record, index, match.id);
    if (seen.has(key)) draft.errors.push(duplicateExternalId(field, storedText(value)));
    seen.add(key);
    if (matches.length > 1) {
      draft.errors.push(
        saveError(
          "DUPLICATE_EXTERNAL_ID",
          `${field.label}: more than one record found for external id field: [${matches.map((row) => row.id.slice(0, 15)).join(", ")}]`,
          [field.name],
        ),
      );
    }
    return draft;
  });
}

function matchedDraft(
  context: DmlContext,
  describe: SObjectDescribe,
  record: SObjectValue,
  index: number,
  id: string,
): Draft {
  const identified = record.copy();
  identified.values.set("Id", id);
  return { ...updateDraft(context, describe, identified, index), source: record };
}
