import { asFieldValue, evaluateFormula } from "../formula/formula.ts";
import type { FormulaOperand } from "../formula/operand.ts";
import type { FieldDescribe } from "../schema/schema.ts";
import type { Row, StoredValue } from "../store/row.ts";
import { resolveFieldPath } from "./field-path.ts";
import { globalOperand } from "./formula-globals.ts";
import { describeOfRow, pathReader, type ReadEnvironment } from "./row-reader.ts";

/** The value of a formula field. */
export function evaluateFormulaField(
  environment: ReadEnvironment,
  row: Row,
  field: FieldDescribe,
): StoredValue {
  const value = evaluateFormula(
    field.formula ?? "",
    (identifier) => formulaOperand(environment, row, identifier, field.treatBlanksAsZero),
    environment,
  );
  return asFieldValue(value, field) ?? (field.type === "boolean" ? false : null);
}

/** What an identifier of a formula on this row stands for. @throws QueryError for a field that does not exist. */
export function formulaOperand(
  environment: ReadEnvironment,
  row: Row,
  identifier: string,
  blankAsZero: boolean,
): FormulaOperand {
  if (identifier.startsWith("$")) return globalOperand(environment, row, identifier, blankAsZero);
  const resolved = resolveFieldPath(
    environment.schema,
    describeOfRow(environment, row),
    identifier.split("."),
    new Map(),
  );
  return {
    type: resolved.field.type,
    value: pathReader(withoutSharing(environment), resolved)(row),
    blankAsZero,
  };
}

/** A formula shows what it reads whoever looks. Source: Salesforce Help, "Building Cross-Object Formulas". */
function withoutSharing(
  environment: ReadEnvironment,
): ReadEnvironment & { readonly sharing: null } {
  return { ...environment, sharing: null };
}
