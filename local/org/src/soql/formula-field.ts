import type { FieldDescribe } from "../schema/schema.ts";
import type { Row, StoredValue } from "../store/row.ts";
import { resolveFieldPath } from "./field-path.ts";
import { asFieldValue, evaluateFormula, type FormulaOperand } from "./formula.ts";
import { describeOfRow, pathReader, type ReadEnvironment } from "./row-reader.ts";

/** The value of a formula field. */
export function evaluateFormulaField(
  environment: ReadEnvironment,
  row: Row,
  field: FieldDescribe,
): StoredValue {
  const value = evaluateFormula(field.formula ?? "", (identifier) =>
    formulaOperand(environment, row, identifier, field.treatBlanksAsZero),
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
  const path = identifier.split(".");
  const start = path[0]?.startsWith("$") === true ? globalRow(environment, path[0]) : row;
  if (start === undefined) return { type: "string", value: null, picklistValues: [], blankAsZero };
  const resolved = resolveFieldPath(
    environment.schema,
    describeOfRow(environment, start),
    start === row ? path : path.slice(1),
    new Map(),
  );
  return {
    type: resolved.field.type,
    value: pathReader(environment, resolved)(start),
    picklistValues: resolved.field.picklistValues.map((value) => value.value),
    blankAsZero,
  };
}

/** `$User`, `$Profile`, `$Organization`; others are empty. */
function globalRow(environment: ReadEnvironment, name: string): Row | undefined {
  const user = environment.store.get("User", environment.userId);
  switch (name.toLowerCase()) {
    case "$user":
      return user;
    case "$profile": {
      const profileId = user?.values["ProfileId"];
      return typeof profileId === "string"
        ? environment.store.get("Profile", profileId)
        : undefined;
    }
    case "$organization":
      return [...environment.store.table("Organization").rows()][0];
    default:
      return undefined;
  }
}
