/** The summaries of a report, in the order the API lists them: of columns, formulas, the number of records. */
import type { ReportDefinition, SummaryFormula, SummaryKind } from "../source/report-definition.ts";
import type { RunColumn } from "./run-column.ts";
import { parseSummaryFormula, type ParsedFormula } from "./summary-formula.ts";

export type ReportSummary =
  | {
      readonly kind: "column";
      readonly name: string;
      readonly column: RunColumn;
      readonly summary: SummaryKind;
    }
  | {
      readonly kind: "formula";
      readonly name: string;
      readonly formula: SummaryFormula;
      readonly parsed: ParsedFormula;
    }
  | { readonly kind: "rowCount"; readonly name: "RowCount" };

const PREFIXES: Readonly<Record<SummaryKind, string>> = {
  Sum: "s",
  Average: "a",
  Maximum: "mx",
  Minimum: "m",
  Unique: "u",
};

/** `s!Amount__c`, as the API names the sum of a column. */
export function summaryName(kind: SummaryKind, column: string): string {
  return `${PREFIXES[kind]}!${column}`;
}

/** The kind and the column of such a name; null for a formula and for RowCount. The guide also writes x! for the maximum. */
export function namedSummary(
  name: string,
): { readonly kind: SummaryKind; readonly column: string } | null {
  const [, prefix, column = ""] = /^(s|a|mx|x|m|u)!(.+)$/u.exec(name) ?? [];
  if (prefix === undefined) return null;
  const kinds: Readonly<Record<string, SummaryKind>> = {
    s: "Sum",
    a: "Average",
    mx: "Maximum",
    x: "Maximum",
    m: "Minimum",
    u: "Unique",
  };
  const kind = kinds[prefix];
  return kind === undefined ? null : { kind, column };
}

/** Of columns the user may see. */
export function summariesOf(
  definition: ReportDefinition,
  column: (key: string) => RunColumn | null,
): readonly ReportSummary[] {
  return [
    ...definition.columns.flatMap(({ field, summaries }) => {
      const shown = summaries.length === 0 ? null : column(field);
      if (shown === null) return [];
      return summaries.map((summary) => ({
        kind: "column" as const,
        name: summaryName(summary, field),
        column: shown,
        summary,
      }));
    }),
    ...definition.formulas
      .filter(({ isActive }) => isActive)
      .map((formula) => ({
        kind: "formula" as const,
        name: formula.name,
        formula,
        parsed: parseSummaryFormula(formula.formula),
      })),
    { kind: "rowCount", name: "RowCount" },
  ];
}
