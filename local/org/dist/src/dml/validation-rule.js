import { evaluateFormula } from "../formula/formula.js";
import { FormulaFailure } from "../formula/syntax.js";
import { formulaOperand } from "../soql/formula-field.js";
import { QueryError } from "../soql/query-error.js";
import { sameValue } from "./draft.js";
import { customValidation, saveError } from "./save-error.js";
/** Runs the object's active validation rules: a condition that is true refuses the record. */
export function checkValidationRules(context, describe, draft) {
    const row = {
        object: describe.name,
        id: draft.id ?? "",
        values: draft.values,
        isDeleted: false,
    };
    for (const rule of describe.validationRules) {
        if (!rule.isActive)
            continue;
        try {
            const refuses = evaluateFormula(rule.condition, (identifier) => ruleOperand(context, draft, row, identifier), context);
            if (refuses === true)
                draft.errors.push(customValidation(rule.message, rule.errorField));
        }
        catch (error) {
            if (!(error instanceof FormulaFailure) && !(error instanceof QueryError))
                throw error;
            draft.errors.push(saveError("FIELD_CUSTOM_VALIDATION_EXCEPTION", `The validation rule ${rule.name} cannot be evaluated: ${error.message}`));
        }
    }
}
function ruleOperand(context, draft, row, identifier) {
    const [scope = "", ...rest] = identifier.split(".");
    const path = rest.join(".");
    switch (scope.toLowerCase()) {
        case "$is":
            return checkbox(path === "New" ? draft.before === null : draft.source.isClone);
        case "$changed": {
            const now = formulaOperand(context, row, path, false).value;
            return checkbox(draft.before !== null &&
                !sameValue(now, formulaOperand(context, draft.before, path, false).value));
        }
        case "$prior":
            return formulaOperand(context, draft.before ?? row, path, false);
        case "$permission":
            return checkbox(context.hasCustomPermission(path));
        default:
            return formulaOperand(context, row, identifier, false);
    }
}
function checkbox(value) {
    return { type: "boolean", value, blankAsZero: false };
}
