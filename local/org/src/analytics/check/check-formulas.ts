import { formulaName, formulaRefusal, parseSummaryFormula } from "../run/summary-formula.ts";
import { keyOfFormula } from "../type/formula-column.ts";
import { detailRefusal } from "../run/detail-formula.ts";
import { canSummarize } from "../run/summary.ts";
import type { SummaryFormula } from "../source/report-definition.ts";
import type { CheckedReport } from "./check-report.ts";

export function checkFormulas(report: CheckedReport): void {
  const { definition, problem } = report;
  for (const formula of definition.detailFormulas) {
    const refusal = detailRefusal(
      formula,
      (name) => report.type.column(keyOfFormula(report.type, name) ?? name)?.path.field.type,
    );
    if (refusal !== null) problem(formula.line, `${formula.name}: ${refusal}`);
  }
  for (const formula of definition.formulas) {
    if (definition.format === "Tabular")
      problem(formula.line, "A tabular report has no summary formulas");
    const parsed = parseSummaryFormula(formula.formula);
    const refusal = formulaRefusal(parsed);
    if (refusal !== null) problem(formula.line, `${formula.name}: ${refusal}`);
    for (const { summary, ...term } of parsed.terms.values()) {
      checkSummary(report, formula, summary.column, summary.kind);
      const groupings =
        term.at === "parent" ? term.groupings : term.at === "previous" ? [term.grouping] : [];
      for (const grouping of groupings) checkGroupingName(report, formula, grouping);
    }
    for (const context of [formula.downContext, formula.acrossContext])
      if (context !== null) checkGroupingName(report, formula, context);
  }
}

function checkSummary(
  report: CheckedReport,
  { name, line }: SummaryFormula,
  column: string,
  kind: Parameters<typeof canSummarize>[1] | null,
): void {
  if (kind === null) return;
  const key = keyOfFormula(report.type, column) ?? column;
  const field = report.field(key);
  if (field === undefined)
    report.problem(line, `${name}: the report type ${report.type.name} has no column ${column}`);
  else if (!canSummarize(field, kind))
    report.problem(line, `${name}: ${column} has no ${kind}: it is of type ${field.type}`);
}

function checkGroupingName(
  { definition, problem }: CheckedReport,
  { name, line }: SummaryFormula,
  grouping: string,
): void {
  if (/^(ROW_|COLUMN_)?GRAND_SUMMARY$/u.test(grouping)) return;
  const groupings = [...definition.groupingsDown, ...definition.groupingsAcross];
  if (groupings.some(({ field }) => field === grouping || formulaName(field) === grouping)) return;
  problem(line, `${name}: the report is not grouped by ${grouping}`);
}
