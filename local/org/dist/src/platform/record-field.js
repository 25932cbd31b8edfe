/** Fields of records by name or token, as SObject.get and put take them. */
import { ApexBlob } from "../runtime/blob.js";
import { ApexDate } from "../runtime/date.js";
import { ApexDatetime } from "../runtime/datetime.js";
import { ApexDecimal } from "../runtime/decimal.js";
import { ApexDouble } from "../runtime/double.js";
import { raise, raiseNullArgument } from "../runtime/exception.js";
import { toId18 } from "../runtime/id.js";
import { runtimeTypeOf } from "../runtime/runtime-type-of.js";
import { ApexTime } from "../runtime/time.js";
import { FieldToken } from "../runtime/tokens.js";
import { typeName } from "../runtime/type.js";
/** The field that a name or token means on a record. @throws SObjectException "Invalid field x for Account" */
export function fieldOf(record, name) {
    if (name === null)
        return raiseNullArgument();
    const text = name instanceof FieldToken ? name.describe.name : name;
    const field = record.describe.fields.get(text.toLowerCase());
    return (field ?? raise("System.SObjectException", `Invalid field ${text} for ${record.objectName}`));
}
/** The canonical relationship name that a relationship, its lookup field or its token means. */
export function parentRelationshipOf(record, name) {
    if (name === null)
        return raiseNullArgument();
    const text = name instanceof FieldToken ? name.describe.name : name;
    const lookup = record.describe.parentRelationships.get(text.toLowerCase()) ??
        record.describe.fields.get(text.toLowerCase());
    return (lookup?.relationshipName ??
        raise("System.SObjectException", `Invalid relationship ${text} for ${record.objectName}`));
}
/**
 * A value of type Object as the field holds it: numbers widen, text becomes an id where it is one.
 * @throws SObjectException "Illegal assignment from String to Decimal"
 */
export function assignable(field, value) {
    if (value === null || value === undefined)
        return null;
    const converted = CONVERSIONS[field.apexType](value);
    return converted === undefined
        ? raise("System.SObjectException", illegalAssignment(field, value))
        : converted;
}
function illegalAssignment(field, value) {
    const from = runtimeTypeOf(value);
    return `Illegal assignment from ${typeName(from)} to ${field.apexType}`;
}
/** undefined: the value is not of a type the field takes. */
const CONVERSIONS = {
    String: (value) => (typeof value === "string" ? value : undefined),
    Id: (value) => (typeof value === "string" ? idOrRaise(value) : undefined),
    Boolean: (value) => (typeof value === "boolean" ? value : undefined),
    Integer: (value) => (typeof value === "number" ? value : undefined),
    Long: (value) => typeof value === "bigint" ? value : typeof value === "number" ? BigInt(value) : undefined,
    Double: (value) => {
        const decimal = decimalOf(value);
        return decimal === undefined ? undefined : new ApexDouble(decimal.toNumber());
    },
    Decimal: (value) => decimalOf(value),
    Date: (value) => value instanceof ApexDate ? value : value instanceof ApexDatetime ? value.dateGmt : undefined,
    Datetime: (value) => value instanceof ApexDatetime
        ? value
        : value instanceof ApexDate
            ? ApexDatetime.ofDate(value)
            : undefined,
    Time: (value) => (value instanceof ApexTime ? value : undefined),
    Blob: (value) => (value instanceof ApexBlob ? value : undefined),
    Object: (value) => value,
    Address: (value) => value,
    Location: (value) => value,
};
function decimalOf(value) {
    if (value instanceof ApexDecimal)
        return value;
    if (value instanceof ApexDouble)
        return ApexDecimal.ofDouble(value.value);
    return typeof value === "number" || typeof value === "bigint"
        ? ApexDecimal.ofInteger(value)
        : undefined;
}
function idOrRaise(text) {
    return toId18(text) ?? raise("System.StringException", `Invalid id: ${text}`);
}
