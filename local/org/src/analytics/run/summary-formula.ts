/**
 * Custom summary formulas: arithmetic over summaries, `Foo__c.Bar__c:SUM / RowCount`, and over those of other groups by
 * PARENTGROUPVAL and PREVGROUPVAL. Columns of custom report types are written with points.
 * Source: Salesforce Help, "Add a Summary Formula Column"; "PARENTGROUPVAL and PREVGROUPVAL".
 */
import { checkFormula, evaluateFormula } from "../../formula/formula.ts";
import { FormulaFailure } from "../../formula/syntax.ts";
import type { ApexDecimal } from "../../runtime/decimal.ts";
import type { SummaryKind } from "../source/report-definition.ts";
import { decimalOf } from "./number-of.ts";

/** A summary by the name formulas give its column; RowCount has no kind. */
export interface SummaryName {
  readonly column: string;
  readonly kind: SummaryKind | null;
}

export type FormulaTerm =
  | { readonly at: "here"; readonly summary: SummaryName }
  /** Of the group above, named by its grouping, or of everything. */
  | { readonly at: "parent"; readonly summary: SummaryName; readonly groupings: readonly string[] }
  | {
      readonly at: "previous";
      readonly summary: SummaryName;
      readonly grouping: string;
      readonly steps: number;
    };

export interface ParsedFormula {
  /** The formula with an identifier for each term. */
  readonly text: string;
  readonly terms: ReadonlyMap<string, FormulaTerm>;
}

const KINDS: Readonly<Record<string, SummaryKind>> = {
  SUM: "Sum",
  AVG: "Average",
  MAX: "Maximum",
  MIN: "Minimum",
  UNIQUE: "Unique",
};

const SUMMARY = /[A-Za-z_][\w.]*:(?:SUM|AVG|MAX|MIN|UNIQUE)\b|\bRowCount\b/giu;
const OF_GROUP = /\b(PARENTGROUPVAL|PREVGROUPVAL)\s*\(\s*([^,()]+?)\s*,\s*([^()]+?)\s*\)/giu;

export function parseSummaryFormula(formula: string): ParsedFormula {
  const terms = new Map<string, FormulaTerm>();
  const named = (term: FormulaTerm): string => {
    const name = `Term_${terms.size}`;
    terms.set(name, term);
    return name;
  };
  const text = formula
    .replace(OF_GROUP, (_whole, name: string, summary: string, rest: string) => {
      const [first = "", ...more] = rest.split(",").map((part) => part.trim());
      return named(
        name.toUpperCase() === "PREVGROUPVAL"
          ? {
              at: "previous",
              summary: summaryName(summary),
              grouping: first,
              steps: Number(more[0] ?? 1),
            }
          : { at: "parent", summary: summaryName(summary), groupings: [first, ...more] },
      );
    })
    .replace(SUMMARY, (summary) => named({ at: "here", summary: summaryName(summary) }));
  return { text, terms };
}

function summaryName(text: string): SummaryName {
  const [column = "", kind] = text.trim().split(":");
  return { column, kind: kind === undefined ? null : (KINDS[kind.toUpperCase()] ?? null) };
}

/** Why the formula cannot be; null when it can. */
export function formulaRefusal({ text, terms }: ParsedFormula): string | null {
  try {
    const kind = checkFormula(text, (identifier) => {
      if (terms.has(identifier)) return { type: "double" };
      throw new FormulaFailure(
        `${identifier} is no summary. Write a column with :SUM, or RowCount.`,
      );
    });
    return kind === "number" ? null : "A summary formula must give a number";
  } catch (error) {
    if (error instanceof FormulaFailure) return error.message;
    throw error;
  }
}

/** null: no answer, as of a division by zero. */
export function evaluateSummaryFormula(
  { text, terms }: ParsedFormula,
  valueOf: (term: FormulaTerm) => ApexDecimal | null,
  at: { readonly now: number; readonly timeZone: string },
): ApexDecimal | null {
  const value = evaluateFormula(
    text,
    (identifier) => {
      const term = terms.get(identifier);
      if (term === undefined) throw new FormulaFailure(`${identifier} is no summary`);
      return { type: "double", value: valueOf(term), blankAsZero: false };
    },
    at,
  );
  return decimalOf(value);
}

/** As formulas write it: `Account.Contacts$Age` is `Account.Contacts.Age`. */
export function formulaName(columnKey: string): string {
  return columnKey.replaceAll("$", ".");
}
