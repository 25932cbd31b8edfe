import { asFieldValue, evaluateFormula } from "../formula/formula.js";
import { resolveFieldPath } from "./field-path.js";
import { globalOperand } from "./formula-globals.js";
import { describeOfRow, pathReader } from "./row-reader.js";
/** The value of a formula field. */
export function evaluateFormulaField(environment, row, field) {
    const value = evaluateFormula(field.formula ?? "", (identifier) => formulaOperand(environment, row, identifier, field.treatBlanksAsZero), environment);
    return asFieldValue(value, field) ?? (field.type === "boolean" ? false : null);
}
/** What an identifier of a formula on this row stands for. @throws QueryError for a field that does not exist. */
export function formulaOperand(environment, row, identifier, blankAsZero) {
    if (identifier.startsWith("$"))
        return globalOperand(environment, row, identifier, blankAsZero);
    const resolved = resolveFieldPath(environment.schema, describeOfRow(environment, row), identifier.split("."), new Map());
    return {
        type: resolved.field.type,
        value: pathReader(withoutSharing(environment), resolved)(row),
        blankAsZero,
    };
}
/** A formula shows what it reads whoever looks. Source: Salesforce Help, "Building Cross-Object Formulas". */
function withoutSharing(environment) {
    return { ...environment, sharing: null };
}
