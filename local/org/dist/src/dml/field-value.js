import { ApexBlob } from "../runtime/blob.js";
import { ApexDate } from "../runtime/date.js";
import { ApexDatetime } from "../runtime/datetime.js";
import { ApexDecimal } from "../runtime/decimal.js";
import { ApexDouble } from "../runtime/double.js";
import { ApexTime } from "../runtime/time.js";
import { toId18 } from "../runtime/id.js";
import { badRestrictedPicklistValue, invalidEmail, malformedId, numberOutOfRange, saveError, stringTooLong, } from "./save-error.js";
/**
 * Brings an Apex value into the form the field stores: texts trimmed, empty ones null, datetimes in whole seconds, numbers rounded to the
 * field's scale; and checks length, range, email form and restricted picklists.
 */
export function fieldValue(field, value, options) {
    if (value === null || value === undefined)
        return { value: null };
    if (typeof value === "string")
        return textValue(field, value, options);
    if (typeof value === "boolean")
        return { value };
    if (typeof value === "number" || typeof value === "bigint")
        return numberValue(field, ApexDecimal.ofInteger(value));
    if (value instanceof ApexDecimal)
        return numberValue(field, value);
    if (value instanceof ApexDouble)
        return numberValue(field, ApexDecimal.ofDouble(value.value));
    if (value instanceof ApexDatetime)
        return { value: dateOrDatetime(field, value) };
    if (value instanceof ApexDate)
        return { value: field.apexType === "Datetime" ? ApexDatetime.ofDate(value) : value };
    if (value instanceof ApexTime || value instanceof ApexBlob)
        return { value };
    return {
        error: saveError("INVALID_TYPE_ON_FIELD_IN_RECORD", `${field.label}: value not of required type: ${typeof value}`, [field.name]),
    };
}
function dateOrDatetime(field, value) {
    return field.apexType === "Date"
        ? value.dateGmt
        : new ApexDatetime(Math.floor(value.epochMs / 1000) * 1000);
}
function textValue(field, value, options) {
    if (field.type === "id" || field.type === "reference") {
        if (value === "")
            return { value: null };
        const id = toId18(value);
        return id === null ? { error: malformedId(field, value) } : { value: id };
    }
    const text = value.trim();
    if (text === "")
        return { value: null };
    if (field.length > 0 && text.length > field.length) {
        return options.allowFieldTruncation
            ? { value: text.slice(0, field.length) }
            : { error: stringTooLong(field, text) };
    }
    if (field.type === "email" && !EMAIL.test(text))
        return { error: invalidEmail(field, text) };
    if (field.type === "picklist" || field.type === "multipicklist")
        return picklistValue(field, text);
    return { value: text };
}
const EMAIL = /^[^\s@<>()[\]\\,;:"]+@[^\s@.]+(?:\.[^\s@.]+)+$/u;
/** A restricted picklist takes its active values only, in any case, and stores them in their own. */
function picklistValue(field, text) {
    const words = field.type === "multipicklist" ? text.split(";").map((word) => word.trim()) : [text];
    const stored = [];
    for (const word of words) {
        const known = field.picklistValues.find((entry) => entry.value.toLowerCase() === word.toLowerCase());
        if (known === undefined && field.isRestrictedPicklist)
            return { error: badRestrictedPicklistValue(field, word) };
        stored.push(known?.value ?? word);
    }
    return { value: stored.join(";") };
}
/** Amounts of standard fields without decimals of their own (Account.AnnualRevenue) keep what is written: public suites read it back. */
function keepsDecimals(field) {
    return field.type === "currency" && field.scale === 0 && !field.isCustom;
}
function numberValue(field, value) {
    switch (field.apexType) {
        case "Integer":
            return { value: Number(value.setScale(0, "HALF_UP").toBigInt()) };
        case "Long":
            return { value: value.setScale(0, "HALF_UP").toBigInt() };
        case "Double":
        case "Decimal": {
            const rounded = value.scale > field.scale && !keepsDecimals(field)
                ? value.setScale(field.scale, "HALF_UP")
                : value;
            const wholeDigits = rounded.isZero ? 0 : rounded.precision - rounded.scale;
            if (field.precision > 0 && wholeDigits > field.precision - field.scale) {
                return { error: numberOutOfRange(field, value.toPlainString()) };
            }
            return { value: field.apexType === "Double" ? new ApexDouble(rounded.toNumber()) : rounded };
        }
        case "String":
        case "Id":
        case "Boolean":
        case "Date":
        case "Datetime":
        case "Time":
        case "Blob":
        case "Object":
        case "Address":
        case "Location":
            return {
                error: saveError("INVALID_TYPE_ON_FIELD_IN_RECORD", `${field.label}: value not of required type: ${value.toString()}`, [field.name]),
            };
    }
}
