import { ApexDecimal } from "../runtime/decimal.ts";
import type { DmlError } from "../runtime/host.ts";
import { SObjectValue } from "../runtime/sobject.ts";
import type { FieldDescribe, RollupSummary, SObjectDescribe } from "../schema/schema.ts";
import { aggregate } from "../soql/aggregate-function.ts";
import { comparisonKind } from "../soql/comparison-kind.ts";
import { passesFilter } from "../soql/field-filter.ts";
import { asFieldValue } from "../formula/formula.ts";
import type { Operand } from "../soql/operand.ts";
import { readField } from "../soql/row-reader.ts";
import type { Row, RowValues, StoredValue } from "../store/row.ts";
import type { DmlContext } from "./dml-context.ts";
import { type Draft, sameValue } from "./draft.ts";
import { opportunitiesOf, productValues } from "./opportunity-products.ts";
import { saveBatch } from "./save-batch.ts";

/**
 * Recalculates the roll-up summaries of the parents that these versions of child rows belong to. A parent that changes goes through its
 * own save, triggers and validation rules included; its refusal fails the children's transaction.
 */
export function refreshRollups(
  context: DmlContext,
  child: SObjectDescribe,
  versions: readonly RowValues[],
): void {
  for (const lookup of child.fields.values()) {
    if (lookup.type !== "reference") continue;
    for (const parentName of lookup.referenceTo) {
      if (lookup.relationship !== "masterDetail") continue;
      const parent = context.schema.object(parentName);
      const rollups = parent === undefined ? [] : rollupsOver(parent, child, lookup);
      if (parent === undefined || rollups.length === 0) continue;
      const ids = new Set(
        versions.map((values) => values[lookup.name]).filter((id) => typeof id === "string"),
      );
      refreshParents(context, parent, [...ids], (id) =>
        Object.fromEntries(
          rollups.map(
            ([field, rollup]) => [field.name, rollupValue(context, field, rollup, id)] as const,
          ),
        ),
      );
    }
  }
  const opportunities = opportunitiesOf(child, versions);
  const opportunity = opportunities.length === 0 ? undefined : context.schema.object("Opportunity");
  if (opportunity !== undefined)
    refreshParents(context, opportunity, opportunities, (id) =>
      productValues(context, opportunity, id),
    );
}

function rollupsOver(
  parent: SObjectDescribe,
  child: SObjectDescribe,
  lookup: FieldDescribe,
): readonly (readonly [FieldDescribe, RollupSummary])[] {
  return [...parent.fields.values()].flatMap((field) => {
    const { rollup } = field;
    const isOver =
      rollup !== null &&
      rollup.childObject.toLowerCase() === child.name.toLowerCase() &&
      rollup.foreignKey.toLowerCase() === lookup.name.toLowerCase();
    return isOver ? [[field, rollup] as const] : [];
  });
}

function refreshParents(
  context: DmlContext,
  parent: SObjectDescribe,
  ids: readonly string[],
  valuesOf: (id: string) => Record<string, StoredValue>,
): void {
  const drafts: Draft[] = [];
  for (const id of ids) {
    const before = context.store.get(parent.name, id);
    if (before === undefined || before.isDeleted) continue;
    const changed = valuesOf(id);
    if (Object.entries(changed).every(([name, value]) => sameValue(value, before.values[name])))
      continue;
    const values = { ...before.values, ...changed };
    drafts.push({
      index: drafts.length,
      source: new SObjectValue(parent),
      before,
      values,
      id,
      errors: [],
      isWritten: false,
    });
  }
  for (let start = 0; start < drafts.length; start += 200) {
    const batch = drafts.slice(start, start + 200);
    saveBatch(context, parent, batch, {
      allOrNone: true,
      access: "system",
      options: { allowFieldTruncation: false, duplicateRuleAllowSave: true },
    });
    const error = batch.flatMap((draft) => draft.errors)[0];
    if (error !== undefined) throw new RollupFailure(error);
  }
}

/** A parent refused the new value of its roll-up. */
export class RollupFailure extends Error {
  private readonly error: DmlError;

  constructor(error: DmlError) {
    super(error.message);
    this.error = error;
  }

  /** What the children's save fails with. */
  asSaveError(): DmlError {
    return this.error;
  }
}

/** The value of a roll-up over the live children. Counts and sums of nothing are 0, extremes null. */
export function rollupValue(
  context: DmlContext,
  field: FieldDescribe,
  rollup: RollupSummary,
  parentId: string,
): StoredValue {
  const child = context.schema.object(rollup.childObject);
  const lookup = child?.fields.get(rollup.foreignKey.toLowerCase());
  if (child === undefined || lookup === undefined) return null;
  const rows = [...context.store.table(child.name).find(lookup.name, parentId)].filter(
    (row) =>
      !row.isDeleted && rollup.filters.every((filter) => passesFilter(context, child, row, filter)),
  );
  const summarized =
    rollup.summarizedField === null
      ? undefined
      : child.fields.get(rollup.summarizedField.toLowerCase());
  if (rollup.operation === "count" || summarized === undefined)
    return asFieldValue(ApexDecimal.ofInteger(rows.length), field);
  const operand: Operand<Row> = {
    name: summarized.name,
    kind: comparisonKind(summarized),
    field: summarized,
    read: (row) => readField(context, row, summarized),
  };
  const value = aggregate(rollup.operation.toUpperCase(), operand, rows);
  return value === null && rollup.operation === "sum"
    ? asFieldValue(ApexDecimal.ofInteger(0), field)
    : asFieldValue(value, field);
}
