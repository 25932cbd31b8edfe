/** What an identifier of a formula stands for: a field's value, with the type that decides how it is taken. */
import { ApexBlob } from "../runtime/blob.js";
import { ApexDecimal } from "../runtime/decimal.js";
import { ApexDouble } from "../runtime/double.js";
import { FormulaFailure } from "./syntax.js";
export function kindOfField(type) {
    switch (type) {
        case "int":
        case "long":
        case "double":
        case "currency":
        case "percent":
            return "number";
        case "boolean":
        case "picklist":
        case "multipicklist":
        case "date":
        case "datetime":
        case "time":
        case "location":
            return type;
        case "address":
        case "base64":
        case "anyType":
        case "complexvalue":
            return "any";
        case "id":
        case "string":
        case "textarea":
        case "email":
        case "phone":
        case "url":
        case "combobox":
        case "reference":
        case "encryptedstring":
            return "text";
    }
}
/** Percent fields hold 12.5 and stand for 0.125. */
export function operandValue(operand) {
    const { value, type } = operand;
    if (value === null)
        return blankValue(operand);
    if (typeof value === "number")
        return asPercent(ApexDecimal.ofInteger(value), type);
    if (typeof value === "bigint")
        return asPercent(ApexDecimal.ofInteger(value), type);
    if (value instanceof ApexDouble)
        return asPercent(ApexDecimal.ofDouble(value.value), type);
    if (value instanceof ApexDecimal)
        return asPercent(value, type);
    if (value instanceof ApexBlob)
        throw new FormulaFailure("A binary field cannot be used");
    return value;
}
function asPercent(value, type) {
    return type === "percent" ? new ApexDecimal(value.unscaled, value.scale + 2) : value;
}
function blankValue({ type, blankAsZero }) {
    switch (kindOfField(type)) {
        case "number":
            return blankAsZero ? ApexDecimal.ofInteger(0) : null;
        case "boolean":
            return false;
        case "text":
        case "picklist":
            return "";
        default:
            return null;
    }
}
