import type { SObjectValue } from "../runtime/sobject.ts";
import { MERGEABLE } from "../schema/mergeable.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import { childRows, deleteBatch } from "./delete-batch.ts";
import type { DmlContext, DmlSettings } from "./dml-context.ts";
import type { Draft } from "./draft.ts";
import { existingDraft, updateDraft } from "./drafts.ts";
import { saveBatch } from "./save-batch.ts";
import { saveError } from "./save-error.ts";
import { refuseUnshared } from "./sharing-check.ts";

const MAX_LOSERS = 2;

/** Updates the master, moves the losers' children to it and deletes the losers. The outcome is the master's. */
export function mergeRecords(
  context: DmlContext,
  describe: SObjectDescribe,
  master: SObjectValue,
  losers: readonly SObjectValue[],
  settings: DmlSettings,
): Draft {
  const draft = updateDraft(context, describe, master, 0);
  if (!MERGEABLE.has(describe.name))
    draft.errors.push(saveError("INVALID_OPERATION", `merge not supported for ${describe.name}`));
  if (losers.length > MAX_LOSERS)
    draft.errors.push(
      saveError("INVALID_OPERATION", "merge supports at most two records to merge"),
    );
  refuseUnshared(context, describe, [draft], "update");
  if (draft.errors.length > 0) return draft;
  const deletions = losers.map((loser, index) =>
    existingDraft(context, describe, loser, index, "merge"),
  );
  refuseUnshared(context, describe, deletions, "delete");
  draft.errors.push(...deletions.flatMap((deletion) => deletion.errors));
  if (draft.errors.length > 0) return draft;
  for (const deletion of deletions) {
    if (deletion.before === null) continue;
    for (const { field, rows } of childRows(context, describe, deletion.before)) {
      for (const row of rows)
        context.store.put({ ...row, values: { ...row.values, [field.name]: draft.id } });
    }
    if (describe.fields.has("masterrecordid")) deletion.values["MasterRecordId"] = draft.id;
  }
  deleteBatch(context, describe, deletions, settings, null);
  draft.errors.push(...deletions.flatMap((deletion) => deletion.errors));
  if (draft.errors.length === 0) saveBatch(context, describe, [draft], settings);
  return draft;
}
