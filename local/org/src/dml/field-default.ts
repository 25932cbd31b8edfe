import { formulaMoment } from "../runtime/transaction.ts";
import type { FieldDescribe, SObjectDescribe } from "../schema/schema.ts";
import { asFieldValue, evaluateFormula } from "../formula/formula.ts";
import { formulaOperand } from "../soql/formula-field.ts";
import type { StoredValue } from "../store/row.ts";
import type { DmlContext } from "./dml-context.ts";
import type { Draft } from "./draft.ts";
import { fieldsOf, hasFormula, presetOf } from "./fields-of.ts";

/** Gives a new record the defaults of the fields it does not set. A field set to null keeps null, except a checkbox. */
export function applyDefaults(context: DmlContext, describe: SObjectDescribe, draft: Draft): void {
  const { values } = draft;
  for (const { field, preset } of fieldsOf(describe).defaulted) {
    const { name } = field;
    if (name in values && !(field.type === "boolean" && values[name] === null)) continue;
    values[name] = preset ?? defaultByFormula(context, describe, draft, field);
  }
}

function defaultByFormula(
  context: DmlContext,
  describe: SObjectDescribe,
  draft: Draft,
  field: FieldDescribe,
): StoredValue {
  const row = { object: describe.name, id: "", values: draft.values, isDeleted: false };
  const value = evaluateFormula(
    field.defaultValue ?? "",
    (identifier) => formulaOperand(context, row, identifier, false),
    context,
  );
  return asFieldValue(value, field);
}

/** The default that does not depend on other fields; undefined for a field without one. */
export function defaultOf(field: FieldDescribe): StoredValue | undefined {
  if (!hasFormula(field)) return presetOf(field);
  const value = evaluateFormula(
    field.defaultValue,
    () => ({ type: field.type, value: null, blankAsZero: false }),
    formulaMoment(),
  );
  return asFieldValue(value, field);
}
