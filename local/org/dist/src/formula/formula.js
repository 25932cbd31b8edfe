/** Formulas of fields, validation rules, defaults and FormulaEval: evaluated over what their identifiers stand for, and checked. */
import { ApexDate } from "../runtime/date.js";
import { ApexDatetime } from "../runtime/datetime.js";
import { ApexDecimal } from "../runtime/decimal.js";
import { ApexDouble } from "../runtime/double.js";
import { storedText } from "../store/stored-text.js";
import { checkNode } from "./check.js";
import { evaluateNode } from "./evaluate.js";
import { kindOfField, operandValue } from "./operand.js";
import { parseFormula } from "./parse.js";
import { FormulaFailure } from "./syntax.js";
import { FormulaUndefined, Geolocation, plain, } from "./value.js";
/**
 * Evaluates a formula. `resolve` gives the value of an identifier (`Amount__c`, `Account__r.Name`, `$User.Id`; `$Is.New`,
 * `$Changed.Field` and `$Prior.Field` for the functions that look at the record's last version) and throws for one it does not know.
 * What has no answer, such as a division by zero, is null.
 * @throws FormulaFailure
 */
export function evaluateFormula(formula, resolve, { now, timeZone }) {
    try {
        return asStored(evaluateNode(parseFormula(formula), {
            now,
            timeZone,
            valueOf: (identifier) => operandValue(resolve(withoutTypes(identifier))),
        }));
    }
    catch (error) {
        if (error instanceof FormulaUndefined)
            return null;
        throw error;
    }
}
/**
 * The kind of a formula's value. `resolve` as in {@link evaluateFormula}; only its types are asked.
 * @throws FormulaFailure for what Salesforce's formula compiler refuses
 */
export function checkFormula(formula, resolve) {
    return checkNode(parseFormula(formula), (identifier) => kindOfField(resolve(withoutTypes(identifier)).type));
}
/** `Owner:User.Name` is the owner's name. */
function withoutTypes(identifier) {
    return identifier.replace(/:\w+/gu, "");
}
function asStored(value) {
    if (value === "")
        return null;
    if (value instanceof Geolocation)
        throw new FormulaFailure("A formula cannot give a geolocation");
    return value instanceof ApexDecimal ? plain(value) : value;
}
/** A formula's result as the type of the field or default it is for. */
export function asFieldValue(value, field) {
    if (value === null)
        return null;
    switch (field.apexType) {
        case "String":
        case "Id":
            return storedText(value);
        case "Decimal":
            return value instanceof ApexDecimal
                ? decimalAt(field.type === "percent" ? timesHundred(value) : value, field.scale)
                : value;
        case "Double":
            return value instanceof ApexDecimal ? new ApexDouble(value.toNumber()) : value;
        case "Integer":
            return value instanceof ApexDecimal ? Number(value.setScale(0, "HALF_UP").toBigInt()) : value;
        case "Long":
            return value instanceof ApexDecimal ? value.setScale(0, "HALF_UP").toBigInt() : value;
        case "Date":
            return value instanceof ApexDatetime ? value.dateGmt : value;
        case "Datetime":
            return value instanceof ApexDate ? ApexDatetime.ofDate(value) : value;
        case "Boolean":
        case "Time":
        case "Blob":
        case "Object":
        case "Address":
        case "Location":
            return value;
    }
}
/** A formula says 0.25 where a percent field holds 25. Source: Setup, "show percentages as decimals: (0.10)". */
function timesHundred(value) {
    return value.scale >= 2
        ? new ApexDecimal(value.unscaled, value.scale - 2)
        : new ApexDecimal(value.unscaled * 100n, value.scale);
}
function decimalAt(value, scale) {
    return value.scale > scale ? value.setScale(scale, "HALF_UP") : value;
}
