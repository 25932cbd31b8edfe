/**
 * System.Formula.recalculateFormulas: the formula fields of records in memory, from what those records hold. Formulas that look at
 * other records stay as they are. Source: Apex Reference, "Formula Class: recalculateFormulas".
 */
import { asFieldValue, checkFormula, evaluateFormula } from "../../formula/formula.js";
import { FormulaFailure } from "../../formula/syntax.js";
import { ApexList } from "../../runtime/list.js";
import { formulaMoment, transaction } from "../../runtime/transaction.js";
import { platformTypeNamed, sobjectType } from "../../runtime/type.js";
import { required } from "../required.js";
import { operandOf } from "./formula-context.js";
export class FormulaRecalcResultValue {
    record;
    errors;
    constructor(record, errors) {
        this.record = record;
        this.errors = errors;
    }
}
export function recalculateFormulas(records) {
    transaction().limits.spend("queries");
    return new ApexList(platformTypeNamed("System.FormulaRecalcResult"), required(records).items.map((record) => recalculated(required(record))));
}
function recalculated(record) {
    const errors = [];
    for (const field of record.describe.fields.values()) {
        if (field.formula === null)
            continue;
        try {
            if (looksElsewhere(field, sobjectType(record.describe.name)))
                continue;
            record.values.set(field.name, valueOf(field, record));
        }
        catch (error) {
            if (!(error instanceof FormulaFailure))
                throw error;
            errors.push({ field: field.name, message: error.message });
        }
    }
    return new FormulaRecalcResultValue(record, errors);
}
function valueOf(field, record) {
    const type = sobjectType(record.describe.name);
    const value = evaluateFormula(field.formula ?? "", (identifier) => operandOf(identifier, type, record, field.treatBlanksAsZero), formulaMoment());
    return asFieldValue(value, field) ?? (field.type === "boolean" ? false : null);
}
/** Whether a formula reads a field of another record. */
function looksElsewhere({ formula, treatBlanksAsZero }, type) {
    let isElsewhere = false;
    checkFormula(formula ?? "", (identifier) => {
        if (identifier.includes(".") && !identifier.startsWith("$"))
            isElsewhere = true;
        return operandOf(identifier, type, null, treatBlanksAsZero);
    });
    return isElsewhere;
}
