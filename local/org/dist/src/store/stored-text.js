import { ApexBlob } from "../runtime/blob.js";
import { ApexDate } from "../runtime/date.js";
import { ApexDatetime } from "../runtime/datetime.js";
import { ApexDecimal } from "../runtime/decimal.js";
/** A value in a message, or compared with a text: numbers plain, dates in ISO form, "" for null. */
export function storedText(value) {
    if (value === null || value === undefined)
        return "";
    if (typeof value !== "object")
        return String(value);
    if (value instanceof ApexDecimal)
        return value.toPlainString();
    if (value instanceof ApexDate || value instanceof ApexDatetime)
        return value.toIso();
    return value instanceof ApexBlob ? `${value.size} bytes` : value.toString();
}
