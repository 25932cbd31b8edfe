/** Formulas and texts of a flow: both name its resources as `{!resource}`. */
import { evaluateFormula } from "../formula/formula.ts";
import type { FormulaOperand } from "../formula/operand.ts";
import { FormulaFailure } from "../formula/syntax.ts";
import { GapReached } from "../runtime/gap-reached.ts";
import type { StoredValue } from "../store/row.ts";
import type { Frame } from "./frame.ts";
import { sameFlowValue, shownText } from "./values.ts";

/** A text with its merge fields filled in. */
export function mergedText(text: string, frame: Frame): string {
  return text.replaceAll(/\{!([^}]+)\}/gu, (_match, reference: string) =>
    shownText(frame.resolve(reference.trim())),
  );
}

/** @throws FlowFault for a resource without a value @throws GapReached for a formula that this org cannot evaluate */
export function evaluateFlowFormula(expression: string, frame: Frame): StoredValue {
  try {
    return evaluateFormula(
      withoutBraces(expression),
      (identifier) => operandOf(identifier, frame),
      frame.world,
    );
  } catch (error) {
    if (!(error instanceof FormulaFailure)) throw error;
    throw new GapReached(
      `Not supported by the local org yet: a formula of the flow ${frame.flow.name}: ${error.message}`,
    );
  }
}

/** `{!Amount} * 2` → `Amount * 2`, but not inside a text. */
function withoutBraces(expression: string): string {
  return expression.replaceAll(
    /("(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*')|\{!([^}]+)\}/gu,
    (_match, quoted: string | undefined, reference: string | undefined) =>
      quoted ?? ` ${(reference ?? "").trim()} `,
  );
}

function operandOf(identifier: string, frame: Frame): FormulaOperand {
  const [scope = "", ...rest] = identifier.split(".");
  const path = rest.join(".");
  const { triggering } = frame;
  switch (scope.toLowerCase()) {
    case "$is":
      return checkbox(
        path === "New" ? triggering?.prior === null : triggering?.record.isClone === true,
      );
    case "$changed":
      return checkbox(hasChanged(path, frame));
    case "$prior":
      return frame.operand(priorOf(path));
    default:
      return frame.operand(identifier);
  }
}

/** Whether a field of the triggering record has another value than before; never of a new record. */
export function hasChanged(reference: string, frame: Frame): boolean {
  const { triggering } = frame;
  if (triggering === null || triggering.prior === null) return false;
  return !sameFlowValue(frame.resolve(reference), frame.resolve(priorOf(reference)));
}

/** `$Record.Status` → `$Record__Prior.Status`. */
function priorOf(reference: string): string {
  return reference.replace(/^\$Record\b(?!__)/iu, "$$Record__Prior");
}

function checkbox(value: boolean): FormulaOperand {
  return { type: "boolean", value, blankAsZero: false };
}
