import type { DmlError } from "../runtime/host.ts";
import { SObjectValue } from "../runtime/sobject.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import { evaluateFormulaField } from "../soql/formula-field.ts";
import { FormulaFailure } from "../formula/syntax.ts";
import type { Row, RowValues, StoredValue } from "../store/row.ts";
import type { DmlContext } from "./dml-context.ts";
import { fieldsOf } from "./fields-of.ts";

/** One record on its way through a save. */
export interface Draft {
  /** Position in the records given to the operation. */
  readonly index: number;
  /** What the caller gave; gets the id. */
  readonly source: SObjectValue;
  /** The version before; null in an insert. */
  readonly before: Row | null;
  /** The version to save; before triggers change it. */
  values: Record<string, StoredValue>;
  id: string | null;
  readonly errors: DmlError[];
  /** Whether the store has been changed for it: a failure after that has to be taken back. */
  isWritten: boolean;
}

/** Of a record that is not stored yet. */
export function freshDraft(source: SObjectValue, index: number): Draft {
  return { index, source, before: null, values: {}, id: null, errors: [], isWritten: false };
}

export function hasFailed(draft: Draft): boolean {
  return draft.errors.length > 0;
}

/** A row as triggers see it: every field that has a value, formulas among them. */
export function triggerRecord(
  context: DmlContext,
  describe: SObjectDescribe,
  row: Omit<Row, "id"> & { readonly id: string | null },
): SObjectValue {
  const record = new SObjectValue(describe);
  if (row.id !== null) record.values.set("Id", row.id);
  for (const field of fieldsOf(describe).values) {
    const value =
      field.formula === null
        ? row.values[field.name]
        : formulaValue(context, { ...row, id: row.id ?? "" }, field);
    if (value !== undefined) record.values.set(field.name, value);
  }
  if (describe.fields.has("isdeleted")) record.values.set("IsDeleted", row.isDeleted);
  return record;
}

/** A formula that this org cannot evaluate reads as null in triggers, and is reported. */
function formulaValue(
  context: DmlContext,
  row: Row,
  field: Parameters<typeof evaluateFormulaField>[2],
): StoredValue {
  try {
    return evaluateFormulaField(context, row, field);
  } catch (error) {
    if (!(error instanceof FormulaFailure)) throw error;
    context.warn(`${field.object}.${field.name}: ${error.message}`);
    return null;
  }
}

/** Values of a record that the field describes let a save write. */
export function writableValues(
  describe: SObjectDescribe,
  record: SObjectValue,
  write: "create" | "update",
): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const [name, value] of record.values) {
    const field = describe.fields.get(name);
    if (
      field === undefined ||
      field.type === "id" ||
      field.formula !== null ||
      field.rollup !== null
    )
      continue;
    if (write === "create" ? field.isCreateable : field.isUpdateable) values.set(field.name, value);
  }
  return values;
}

export function sameValue(left: StoredValue | undefined, right: StoredValue | undefined): boolean {
  if ((left ?? null) === (right ?? null)) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null)
    return false;
  return comparableText(left) === comparableText(right);
}

function comparableText(
  value: Exclude<StoredValue, null | string | number | boolean | bigint>,
): string {
  if ("unscaled" in value) return value.stripTrailingZeros().toPlainString();
  if ("days" in value) return `date ${value.days}`;
  if ("epochMs" in value) return `datetime ${value.epochMs}`;
  if ("ms" in value) return `time ${value.ms}`;
  return "bytes" in value
    ? `blob ${Buffer.from(value.bytes).toString("base64")}`
    : `double ${value.value}`;
}

export function rowOf(describe: SObjectDescribe, id: string, values: RowValues): Row {
  return { object: describe.name, id, values, isDeleted: false };
}
