/** FormulaEval.FormulaInstance. Source: Apex Reference, "FormulaInstance Class". */
import { raise } from "../../runtime/exception.js";
import { ApexSet } from "../../runtime/set.js";
import { STRING } from "../../runtime/type.js";
import { evaluateFormula } from "../../formula/formula.js";
import { FormulaFailure } from "../../formula/syntax.js";
import { formulaMoment } from "../../runtime/transaction.js";
import { platformType } from "../../runtime/behaviour.js";
import { operandOf } from "../formula/formula-context.js";
import { resultAs } from "../formula/formula-result.js";
import { required } from "../required.js";
export class FormulaInstanceValue {
    built;
    constructor(built) {
        this.built = built;
    }
}
function evaluate({ built }, context) {
    const value = required(context);
    try {
        const result = evaluateFormula(built.formula, (identifier) => operandOf(identifier, built.contextType, value, built.blankAsZero), formulaMoment());
        return resultAs(result, built.returnType);
    }
    catch (error) {
        if (!(error instanceof FormulaFailure))
            throw error;
        return raise("System.FormulaEvaluationException", error.message);
    }
}
export const formulaInstanceBehaviour = platformType({
    type: "FormulaEval.FormulaInstance",
    implementation: FormulaInstanceValue,
    methods: {
        evaluate,
        getReferencedFields: ({ built }) => new ApexSet(STRING, built.identifiers),
    },
});
