/** FormulaEval.FormulaInstance. Source: Apex Reference, "FormulaInstance Class". */
import { raise } from "../../runtime/exception.ts";
import { ApexSet } from "../../runtime/set.ts";
import { type RuntimeType, STRING } from "../../runtime/type.ts";
import { evaluateFormula } from "../../formula/formula.ts";
import { FormulaFailure } from "../../formula/syntax.ts";
import { formulaMoment } from "../../runtime/transaction.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { operandOf } from "../formula/formula-context.ts";
import { resultAs } from "../formula/formula-result.ts";
import { required } from "../required.ts";

export interface BuiltFormula {
  readonly formula: string;
  readonly contextType: RuntimeType;
  /** A constant of FormulaEval.FormulaReturnType. */
  readonly returnType: string;
  readonly blankAsZero: boolean;
  readonly identifiers: ReadonlySet<string>;
}

export class FormulaInstanceValue {
  readonly built: BuiltFormula;

  constructor(built: BuiltFormula) {
    this.built = built;
  }
}

function evaluate({ built }: FormulaInstanceValue, context: unknown): unknown {
  const value = required(context);
  try {
    const result = evaluateFormula(
      built.formula,
      (identifier) => operandOf(identifier, built.contextType, value, built.blankAsZero),
      formulaMoment(),
    );
    return resultAs(result, built.returnType);
  } catch (error) {
    if (!(error instanceof FormulaFailure)) throw error;
    return raise("System.FormulaEvaluationException", error.message);
  }
}

export const formulaInstanceBehaviour = platformType({
  type: "FormulaEval.FormulaInstance",
  implementation: FormulaInstanceValue,
  methods: {
    evaluate,
    getReferencedFields: ({ built }: FormulaInstanceValue) =>
      new ApexSet(STRING, built.identifiers),
  },
});
