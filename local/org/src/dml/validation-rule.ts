import type { SObjectDescribe } from "../schema/schema.ts";
import { evaluateFormula } from "../formula/formula.ts";
import type { FormulaOperand } from "../formula/operand.ts";
import { FormulaFailure } from "../formula/syntax.ts";
import { formulaOperand } from "../soql/formula-field.ts";
import { QueryError } from "../soql/query-error.ts";
import type { Row, StoredValue } from "../store/row.ts";
import type { DmlContext } from "./dml-context.ts";
import { type Draft, sameValue } from "./draft.ts";
import { customValidation, saveError } from "./save-error.ts";

/** Runs the object's active validation rules: a condition that is true refuses the record. */
export function checkValidationRules(
  context: DmlContext,
  describe: SObjectDescribe,
  draft: Draft,
): void {
  for (const rule of describe.validationRules) {
    if (!rule.isActive) continue;
    try {
      const refuses = formulaOnDraft(context, describe, draft, rule.condition);
      if (refuses === true) draft.errors.push(customValidation(rule.message, rule.errorField));
    } catch (error) {
      if (!(error instanceof FormulaFailure) && !(error instanceof QueryError)) throw error;
      draft.errors.push(
        saveError(
          "FIELD_CUSTOM_VALIDATION_EXCEPTION",
          `The validation rule ${rule.name} cannot be evaluated: ${error.message}`,
        ),
      );
    }
  }
}

/** A formula that may ask for the record's last version. @throws FormulaFailure, QueryError */
export function formulaOnDraft(
  context: DmlContext,
  describe: SObjectDescribe,
  draft: Draft,
  formula: string,
): StoredValue {
  const row: Row = {
    object: describe.name,
    id: draft.id ?? "",
    values: draft.values,
    isDeleted: false,
  };
  return evaluateFormula(
    formula,
    (identifier) => ruleOperand(context, draft, row, identifier),
    context,
  );
}

function ruleOperand(
  context: DmlContext,
  draft: Draft,
  row: Row,
  identifier: string,
): FormulaOperand {
  const [scope = "", ...rest] = identifier.split(".");
  const path = rest.join(".");
  switch (scope.toLowerCase()) {
    case "$is":
      return checkbox(path === "New" ? draft.before === null : draft.source.isClone);
    case "$changed": {
      const now = formulaOperand(context, row, path, false).value;
      return checkbox(
        draft.before !== null &&
          !sameValue(now, formulaOperand(context, draft.before, path, false).value),
      );
    }
    case "$prior":
      return formulaOperand(context, draft.before ?? row, path, false);
    case "$permission":
      return checkbox(context.hasCustomPermission(path));
    default:
      return formulaOperand(context, row, identifier, false);
  }
}

function checkbox(value: boolean): FormulaOperand {
  return { type: "boolean", value, blankAsZero: false };
}
