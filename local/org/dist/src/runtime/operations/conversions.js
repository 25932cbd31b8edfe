/** Conversions and casts; null passes through. */
import { ApexDate } from "../date.js";
import { ApexDatetime } from "../datetime.js";
import { ApexDecimal } from "../decimal.js";
import { ApexDouble } from "../double.js";
import { raise } from "../exception.js";
import { toId18 } from "../id.js";
import { isInstance, runtimeTypeOf } from "../runtime-type-of.js";
import { transaction } from "../transaction.js";
import { ApexTime } from "../time.js";
import { shortTypeName } from "../type.js";
const DAY_MS = 86_400_000;
/** Of Java's narrowing from double: saturating. */
function saturated(value) {
    if (Number.isNaN(value))
        return 0;
    return Math.max(-2_147_483_648, Math.min(2_147_483_647, Math.trunc(value)));
}
function castable(value, type) {
    if (value === null || isInstance(value, type))
        return widened(value, type);
    raise("System.TypeException", `Invalid conversion from runtime type ${typeOfValue(value)} to ${conversionName(type)}`);
}
/** Conversion errors call Object what the platform calls it inside. */
function conversionName(type) {
    return shortTypeName(type).replace(/\bObject\b/g, "ANY");
}
/** Ids are texts here; one that an object of the org has is an Id for certain. */
function typeOfValue(value) {
    const isId = typeof value === "string" &&
        value.length === 18 &&
        toId18(value) === value &&
        transaction().host.schema.objectByKeyPrefix(value.slice(0, 3)) !== undefined;
    return isId ? "Id" : conversionName(runtimeTypeOf(value));
}
/** An Object that holds a smaller number type becomes the larger one it is read as, and a Date the Datetime. */
function widened(value, type) {
    if (type.kind !== "primitive")
        return value;
    switch (type.name) {
        case "Long":
            return typeof value === "number" ? BigInt(value) : value;
        case "Double":
            if (typeof value === "number" || typeof value === "bigint")
                return new ApexDouble(Number(value));
            return value instanceof ApexDecimal ? new ApexDouble(value.toNumber()) : value;
        case "Decimal":
            if (typeof value === "number" || typeof value === "bigint")
                return ApexDecimal.ofInteger(value);
            return value instanceof ApexDouble ? ApexDecimal.ofDouble(value.value) : value;
        case "Id":
            return typeof value === "string" ? toId18(value) : value;
        case "Datetime":
            return value instanceof ApexDate ? ApexDatetime.ofDate(value) : value;
        default:
            return value;
    }
}
function nullable(convert) {
    return (value) => (value === null ? null : convert(value));
}
export const conversionOperations = {
    integerToLong: nullable((value) => BigInt(value)),
    integerToDouble: nullable((value) => new ApexDouble(value)),
    integerToDecimal: nullable((value) => ApexDecimal.ofInteger(value)),
    longToInteger: nullable((value) => Number(BigInt.asIntN(32, value))),
    longToDouble: nullable((value) => new ApexDouble(Number(value))),
    longToDecimal: nullable((value) => ApexDecimal.ofInteger(value)),
    doubleToInteger: nullable((value) => saturated(value.value)),
    doubleToLong: nullable((value) => BigInt.asIntN(64, BigInt(Math.trunc(Number.isFinite(value.value) ? value.value : 0)))),
    doubleToDecimal: nullable((value) => ApexDecimal.ofDouble(value.value)),
    decimalToInteger: nullable((value) => Number(BigInt.asIntN(32, value.toBigInt()))),
    decimalToLong: nullable((value) => BigInt.asIntN(64, value.toBigInt())),
    decimalToDouble: nullable((value) => new ApexDouble(value.toNumber())),
    dateToDatetime: nullable((value) => ApexDatetime.ofDate(value)),
    stringToId: nullable((value) => {
        const id = toId18(value);
        if (id === null)
            raise("System.StringException", `Invalid id: ${value}`);
        return id;
    }),
    cast: castable,
    unbox: castable,
    instanceOf: isInstance,
    singleRow,
    /** The same before `?.` and `??`. Source: Apex Developer Guide, Safe Navigation Operator, Null Coalescing Operator. */
    singleRowOrNull(rows) {
        return rows.size === 0 ? null : singleRow(rows);
    },
    /** Days; a Decimal is rounded down to whole ones. */
    moveDate: (date, days, sign) => date.addDays(sign * Number(days)),
    /** Days, fractions of them count. */
    moveDatetime: (at, days, sign) => at.addMs(sign * Math.round(numberOf(days) * DAY_MS)),
    /** Milliseconds. */
    moveTime: (time, ms, sign) => new ApexTime(time.ms + sign * Number(ms)),
};
/** A query's rows where one record is wanted. */
function singleRow(rows) {
    if (rows.size === 1)
        return rows.get(0);
    raise("System.QueryException", rows.size === 0
        ? "List has no rows for assignment to SObject"
        : "List has more than 1 row for assignment to SObject");
}
function numberOf(value) {
    if (value instanceof ApexDecimal)
        return value.toNumber();
    return value instanceof ApexDouble ? value.value : Number(value);
}
