import { SObjectValue } from "../runtime/sobject.js";
import { evaluateFormulaField } from "../soql/formula-field.js";
import { FormulaFailure } from "../formula/syntax.js";
/** Of a record that is not stored yet. */
export function freshDraft(source, index) {
    return { index, source, before: null, values: {}, id: null, errors: [], isWritten: false };
}
export function hasFailed(draft) {
    return draft.errors.length > 0;
}
/** A row as triggers see it: every field that has a value, formulas among them. */
export function triggerRecord(context, describe, row) {
    const record = new SObjectValue(describe);
    if (row.id !== null)
        record.values.set("Id", row.id);
    for (const field of describe.fields.values()) {
        const value = field.formula === null
            ? row.values[field.name]
            : formulaValue(context, { ...row, id: row.id ?? "" }, field);
        if (value !== undefined && field.type !== "id")
            record.values.set(field.name, value);
    }
    if (describe.fields.has("isdeleted"))
        record.values.set("IsDeleted", row.isDeleted);
    return record;
}
/** A formula that this org cannot evaluate reads as null in triggers, and is reported. */
function formulaValue(context, row, field) {
    try {
        return evaluateFormulaField(context, row, field);
    }
    catch (error) {
        if (!(error instanceof FormulaFailure))
            throw error;
        context.warn(`${field.object}.${field.name}: ${error.message}`);
        return null;
    }
}
/** Values of a record that the field describes let a save write. */
export function writableValues(describe, record, write) {
    const values = new Map();
    for (const [name, value] of record.values) {
        const field = describe.fields.get(name.toLowerCase());
        if (field === undefined ||
            field.type === "id" ||
            field.formula !== null ||
            field.rollup !== null)
            continue;
        if (write === "create" ? field.isCreateable : field.isUpdateable)
            values.set(field.name, value);
    }
    return values;
}
export function sameValue(left, right) {
    if ((left ?? null) === (right ?? null))
        return true;
    if (typeof left !== "object" || typeof right !== "object" || left === null || right === null)
        return false;
    return comparableText(left) === comparableText(right);
}
function comparableText(value) {
    if ("unscaled" in value)
        return value.stripTrailingZeros().toPlainString();
    if ("days" in value)
        return `date ${value.days}`;
    if ("epochMs" in value)
        return `datetime ${value.epochMs}`;
    if ("ms" in value)
        return `time ${value.ms}`;
    return "bytes" in value
        ? `blob ${Buffer.from(value.bytes).toString("base64")}`
        : `double ${value.value}`;
}
export function rowOf(describe, id, values) {
    return { object: describe.name, id, values, isDeleted: false };
}
