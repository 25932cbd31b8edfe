/** A formula's value as the type its builder asked for. */
import { ApexDate } from "../../runtime/date.js";
import { ApexDatetime } from "../../runtime/datetime.js";
import { ApexDecimal } from "../../runtime/decimal.js";
import { ApexDouble } from "../../runtime/double.js";
import { raise } from "../../runtime/exception.js";
import { toId18 } from "../../runtime/id.js";
import { ApexTime } from "../../runtime/time.js";
/** `returnType` is a constant of FormulaEval.FormulaReturnType. Throws System.FormulaEvaluationException where the value is of another kind. */
export function resultAs(value, returnType) {
    if (value === null)
        return returnType === "BOOLEAN" ? false : null;
    return converted(value, returnType) ?? mismatch(value, returnType);
}
function converted(value, returnType) {
    switch (returnType) {
        case "BOOLEAN":
            return typeof value === "boolean" ? value : null;
        case "DATE":
            return value instanceof ApexDate ? value : null;
        case "DATETIME":
            if (value instanceof ApexDate)
                return ApexDatetime.ofDate(value);
            return value instanceof ApexDatetime ? value : null;
        case "TIME":
            return value instanceof ApexTime ? value : null;
        case "STRING":
            return typeof value === "string" ? value : null;
        case "ID":
            return typeof value === "string" ? toId18(value) : null;
        default:
            return value instanceof ApexDecimal ? numberAs(value, returnType) : null;
    }
}
function numberAs(value, returnType) {
    switch (returnType) {
        case "DOUBLE":
            return new ApexDouble(value.toNumber());
        case "INTEGER":
            return Number(BigInt.asIntN(32, value.toBigInt()));
        case "LONG":
            return BigInt.asIntN(64, value.toBigInt());
        default:
            return value;
    }
}
/** As the formula editor names types. */
const KINDS = {
    BOOLEAN: "true or false",
    DATE: "Date",
    DATETIME: "Date/Time",
    TIME: "Time",
    STRING: "Text",
    ID: "Text",
};
function kindOf(value) {
    if (typeof value === "boolean")
        return "Boolean";
    if (typeof value === "string")
        return "Text";
    if (value instanceof ApexDate)
        return "Date";
    if (value instanceof ApexDatetime)
        return "Date/Time";
    return value instanceof ApexTime ? "Time" : "Number";
}
function mismatch(value, returnType) {
    return raise("System.FormulaEvaluationException", `Formula result is data type (${kindOf(value)}), incompatible with expected data type (${KINDS[returnType] ?? "Number"}).`);
}
