/** Row-level formulas: a column worked out from others of the row. Source: Salesforce Help, "Evaluate Each Record in Your Report with Row-Level Formulas". */
import { checkFormula, evaluateFormula } from "../../formula/formula.ts";
import { FormulaFailure } from "../../formula/syntax.ts";
import type { FieldDescribe } from "../../schema/schema.ts";
import type { QueryContext } from "../../soql/query-context.ts";
import { textColumn } from "../../soql/query-column.ts";
import type { DetailFormula } from "../source/report-definition.ts";
import type { RunColumn } from "./run-column.ts";

/** What a formula gives → the type of a field that holds it. */
const FIELD_TYPES: Readonly<Record<DetailFormula["type"], FieldDescribe["type"]>> = {
  Checkbox: "boolean",
  Currency: "currency",
  Date: "date",
  DateTime: "datetime",
  Number: "double",
  Percent: "percent",
  Text: "string",
};

export function detailFieldType({ type }: DetailFormula): FieldDescribe["type"] {
  return FIELD_TYPES[type];
}

/** @param column gives the columns that the formula names */
export function detailColumn(
  formula: DetailFormula,
  column: (name: string) => RunColumn,
  { now, timeZone }: Pick<QueryContext, "now" | "timeZone">,
): RunColumn {
  return {
    key: formula.name,
    label: formula.label,
    field: {
      ...textColumn("Report", formula.name),
      label: formula.label,
      type: detailFieldType(formula),
      scale: formula.scale,
    },
    read: (row) =>
      evaluateFormula(
        formula.formula,
        (identifier) => {
          const source = column(identifier);
          return { type: source.field.type, value: source.read(row), blankAsZero: false };
        },
        { now, timeZone },
      ),
    name: () => null,
  };
}

/** Why the formula cannot be; null when it can. */
export function detailRefusal(
  { formula }: DetailFormula,
  typeOf: (name: string) => FieldDescribe["type"] | undefined,
): string | null {
  try {
    checkFormula(formula, (identifier) => {
      const type = typeOf(identifier);
      if (type === undefined)
        throw new FormulaFailure(`Field ${identifier} does not exist. Check spelling.`);
      return { type };
    });
    return null;
  } catch (error) {
    if (error instanceof FormulaFailure) return error.message;
    throw error;
  }
}
