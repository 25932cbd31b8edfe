import { formulaMoment } from "../runtime/transaction.js";
import { asFieldValue, evaluateFormula } from "../formula/formula.js";
import { formulaOperand } from "../soql/formula-field.js";
/** Gives a new record the defaults of the fields it does not set. A field set to null keeps null, except a checkbox. */
export function applyDefaults(context, describe, draft) {
    for (const field of describe.fields.values()) {
        if (field.name in draft.values &&
            !(field.type === "boolean" && draft.values[field.name] === null))
            continue;
        if (field.defaultValue !== null && field.formula === null) {
            const row = { object: describe.name, id: "", values: draft.values, isDeleted: false };
            const value = evaluateFormula(field.defaultValue, (identifier) => formulaOperand(context, row, identifier, false), context);
            draft.values[field.name] = asFieldValue(value, field);
            continue;
        }
        const value = preset(field);
        if (value !== undefined)
            draft.values[field.name] = value;
    }
}
/** The default that does not depend on other fields; undefined for a field without one. */
export function defaultOf(field) {
    if (field.defaultValue === null || field.formula !== null)
        return preset(field);
    const value = evaluateFormula(field.defaultValue, () => ({ type: field.type, value: null, blankAsZero: false }), formulaMoment());
    return asFieldValue(value, field);
}
function preset(field) {
    const preselected = field.picklistValues.find((value) => value.isDefault && value.isActive);
    if (preselected !== undefined)
        return preselected.value;
    return field.type === "boolean" && field.formula === null && field.name !== "IsDeleted"
        ? false
        : undefined;
}
