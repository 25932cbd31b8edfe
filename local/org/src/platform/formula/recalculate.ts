/**
 * System.Formula.recalculateFormulas: the formula fields of records in memory, from what those records hold. Formulas that look at
 * other records stay as they are. Source: Apex Reference, "Formula Class: recalculateFormulas".
 */
import { asFieldValue, checkFormula, evaluateFormula } from "../../formula/formula.ts";
import { FormulaFailure } from "../../formula/syntax.ts";
import { ApexList } from "../../runtime/list.ts";
import type { SObjectValue } from "../../runtime/sobject.ts";
import { formulaMoment, transaction } from "../../runtime/transaction.ts";
import { platformTypeNamed, type RuntimeType, sobjectType } from "../../runtime/type.ts";
import type { FieldDescribe } from "../../schema/schema.ts";
import { required } from "../required.ts";
import { operandOf } from "./formula-context.ts";

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

export class FormulaRecalcResultValue {
  readonly record: SObjectValue;
  readonly errors: readonly FieldError[];

  constructor(record: SObjectValue, errors: readonly FieldError[]) {
    this.record = record;
    this.errors = errors;
  }
}

export function recalculateFormulas(
  records: ApexList<SObjectValue> | null,
): ApexList<FormulaRecalcResultValue> {
  transaction().limits.spend("queries");
  return new ApexList(
    platformTypeNamed("System.FormulaRecalcResult"),
    required(records).items.map((record) => recalculated(required(record))),
  );
}

function recalculated(record: SObjectValue): FormulaRecalcResultValue {
  const errors: FieldError[] = [];
  for (const field of record.describe.fields.values()) {
    if (field.formula === null) continue;
    try {
      if (looksElsewhere(field, sobjectType(record.describe.name))) continue;
      record.values.set(field.name, valueOf(field, record));
    } catch (error) {
      if (!(error instanceof FormulaFailure)) throw error;
      errors.push({ field: field.name, message: error.message });
    }
  }
  return new FormulaRecalcResultValue(record, errors);
}

function valueOf(field: FieldDescribe, record: SObjectValue): unknown {
  const type = sobjectType(record.describe.name);
  const value = evaluateFormula(
    field.formula ?? "",
    (identifier) => operandOf(identifier, type, record, field.treatBlanksAsZero),
    formulaMoment(),
  );
  return asFieldValue(value, field) ?? (field.type === "boolean" ? false : null);
}

/** Whether a formula reads a field of another record. */
function looksElsewhere({ formula, treatBlanksAsZero }: FieldDescribe, type: RuntimeType): boolean {
  let isElsewhere = false;
  checkFormula(formula ?? "", (identifier) => {
    if (identifier.includes(".") && !identifier.startsWith("$")) isElsewhere = true;
    return operandOf(identifier, type, null, treatBlanksAsZero);
  });
  return isElsewhere;
}
