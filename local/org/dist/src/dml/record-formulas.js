import { formulaMoment, transaction } from "../runtime/transaction.js";
import { asFieldValue, evaluateFormula } from "../formula/formula.js";
/** Sets the formula fields of a record in memory from the values it has: SObject.recalculateFormulas. */
export function applyRecordFormulas(record) {
    for (const field of record.describe.fields.values()) {
        const { formula } = field;
        if (formula === null)
            continue;
        const value = evaluateFormula(formula, (identifier) => operandOf(record, identifier, field.treatBlanksAsZero), formulaMoment());
        record.values.set(field.name, asFieldValue(value, field));
    }
}
function operandOf(record, identifier, blankAsZero) {
    const path = identifier.split(".");
    let current = record;
    for (const relationship of path.slice(0, -1)) {
        if (relationship.startsWith("$"))
            return globalOperand(path.at(-1) ?? "", blankAsZero);
        current = parentOf(current, relationship);
    }
    const field = current?.fieldDescribe(path.at(-1) ?? "");
    return {
        type: field?.type ?? "string",
        // A field's value is an Apex value of its type.
        value: field === undefined ? null : (current?.peek(field.name) ?? null),
        blankAsZero,
    };
}
function parentOf(record, relationship) {
    const name = record?.describe.parentRelationships.get(relationship.toLowerCase())?.relationshipName ?? null;
    return name === null ? null : (record?.parents.get(name) ?? null);
}
function globalOperand(name, blankAsZero) {
    const { user } = transaction();
    const known = {
        id: user.id,
        username: user.username,
        firstname: user.firstName,
        lastname: user.lastName,
        email: user.email,
        profileid: user.profileId,
    };
    return {
        type: "string",
        value: known[name.toLowerCase()] ?? null,
        blankAsZero,
    };
}
