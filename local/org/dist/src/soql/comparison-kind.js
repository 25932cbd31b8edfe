import { ApexDate } from "../runtime/date.js";
import { ApexDatetime } from "../runtime/datetime.js";
import { ApexDecimal } from "../runtime/decimal.js";
import { ApexDouble } from "../runtime/double.js";
import { ApexTime } from "../runtime/time.js";
export function comparisonKind(field) {
    // A picklist of ids, says its describe.
    if (field.object === "UserRecordAccess" && field.name === "RecordId")
        return "id";
    switch (field.type) {
        case "id":
        case "reference":
            return "id";
        case "boolean":
            return "boolean";
        case "int":
        case "long":
        case "double":
        case "currency":
        case "percent":
            return "number";
        case "date":
            return "date";
        case "datetime":
            return "datetime";
        case "time":
            return "time";
        case "multipicklist":
            return "multipicklist";
        case "base64":
        case "address":
        case "location":
        case "complexvalue":
            return "unfilterable";
        case "string":
        case "textarea":
        case "email":
        case "phone":
        case "url":
        case "picklist":
        case "combobox":
        case "encryptedstring":
        case "anyType":
            return field.isCaseSensitive ? "caseSensitiveText" : "text";
    }
}
/** @throws Error when the value is not one the kind can hold: rows are checked when they are written. */
export function comparable(kind, value) {
    if (value === null || value === undefined)
        return kind === "boolean" ? false : null;
    if (typeof value === "string")
        return kind === "text" || kind === "multipicklist" ? value.toLowerCase() : value;
    if (typeof value === "boolean" || typeof value === "number")
        return value;
    if (typeof value === "bigint")
        return comparableDecimal(ApexDecimal.ofInteger(value));
    if (value instanceof ApexDecimal)
        return comparableDecimal(value);
    if (value instanceof ApexDouble)
        return value.value;
    if (value instanceof ApexDate)
        return value.days;
    if (value instanceof ApexDatetime)
        return value.epochMs;
    if (value instanceof ApexTime)
        return value.ms;
    throw new Error(`a value of ${value.constructor.name} cannot be compared as ${kind}`);
}
/** Up to 15 digits a double tells decimals apart and keeps their order. */
function comparableDecimal(value) {
    return value.precision <= 15 ? value.toNumber() : value;
}
/** Negative, zero, positive; both of one kind and neither null. */
export function compare(left, right) {
    if (left instanceof ApexDecimal || right instanceof ApexDecimal)
        return asDecimal(left).compare(asDecimal(right));
    if (left === right)
        return 0;
    return (left ?? 0) < (right ?? 0) ? -1 : 1;
}
function asDecimal(value) {
    if (value instanceof ApexDecimal)
        return value;
    return typeof value === "number" ? ApexDecimal.ofDouble(value) : ApexDecimal.ofInteger(0);
}
