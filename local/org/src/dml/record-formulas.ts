import { formulaMoment, transaction } from "../runtime/transaction.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import type { StoredValue } from "../store/row.ts";
import { asFieldValue, evaluateFormula } from "../formula/formula.ts";
import type { FormulaOperand } from "../formula/operand.ts";

/** Sets the formula fields of a record in memory from the values it has: SObject.recalculateFormulas. */
export function applyRecordFormulas(record: SObjectValue): void {
  for (const field of record.describe.fields.values()) {
    const { formula } = field;
    if (formula === null) continue;
    const value = evaluateFormula(
      formula,
      (identifier) => operandOf(record, identifier, field.treatBlanksAsZero),
      formulaMoment(),
    );
    record.values.set(field.name, asFieldValue(value, field));
  }
}

function operandOf(record: SObjectValue, identifier: string, blankAsZero: boolean): FormulaOperand {
  const path = identifier.split(".");
  let current: SObjectValue | null = record;
  for (const relationship of path.slice(0, -1)) {
    if (relationship.startsWith("$")) return globalOperand(path.at(-1) ?? "", blankAsZero);
    current = parentOf(current, relationship);
  }
  const field = current?.fieldDescribe(path.at(-1) ?? "");
  return {
    type: field?.type ?? "string",
    // A field's value is an Apex value of its type.
    value: field === undefined ? null : ((current?.peek(field.name) ?? null) as StoredValue),
    blankAsZero,
  };
}

function parentOf(record: SObjectValue | null, relationship: string): SObjectValue | null {
  const name =
    record?.describe.parentRelationships.get(relationship.toLowerCase())?.relationshipName ?? null;
  return name === null ? null : (record?.parents.get(name) ?? null);
}

function globalOperand(name: string, blankAsZero: boolean): FormulaOperand {
  const { user } = transaction();
  const known: Readonly<Record<string, string | null>> = {
    id: user.id,
    username: user.username,
    firstname: user.firstName,
    lastname: user.lastName,
    email: user.email,
    profileid: user.profileId,
  };
  return {
    type: "string",
    value: known[name.toLowerCase()] ?? null,
    blankAsZero,
  };
}
