/** Roll-up summaries that came with an edit of metadata, or say something else since, over the records that are there. */
import type { FieldDescribe, Schema, SObjectDescribe } from "../schema/schema.ts";
import type { Row, StoredValue } from "../store/row.ts";
import type { DmlContext } from "./dml-context.ts";
import { rollupValue } from "./rollup.ts";

/** The platform's own recalculation: no record is saved by it, so that nothing is triggered. */
export function calculateChangedRollups(context: DmlContext, before: Schema): void {
  for (const name of context.schema.objectNames()) {
    // Most objects have no rows, and need not be described for it.
    if (context.store.existingTable(name) === undefined) continue;
    const describe = context.schema.object(name);
    const fields = describe === undefined ? [] : changedRollups(describe, before.object(name));
    if (fields.length === 0) continue;
    for (const row of [...context.store.rowsOf(name)])
      context.store.put({ ...row, values: { ...row.values, ...valuesOf(context, fields, row) } });
  }
}

function changedRollups(
  describe: SObjectDescribe,
  before: SObjectDescribe | undefined,
): readonly FieldDescribe[] {
  return [...describe.fields].flatMap(([key, field]) => {
    const told = JSON.stringify(before?.fields.get(key)?.rollup ?? null);
    return field.rollup === null || JSON.stringify(field.rollup) === told ? [] : [field];
  });
}

function valuesOf(
  context: DmlContext,
  fields: readonly FieldDescribe[],
  { id }: Row,
): Record<string, StoredValue> {
  return Object.fromEntries(
    fields.flatMap((field) =>
      field.rollup === null
        ? []
        : [[field.name, rollupValue(context, field, field.rollup, id)] as const],
    ),
  );
}
