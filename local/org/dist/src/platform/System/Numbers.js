/** Boolean, Integer, Long, Double and Decimal. Source: Apex Reference, the classes of these names. */
import { ApexDecimal, DecimalFormatError, DecimalRoundingNecessary, } from "../../runtime/decimal.js";
import { ApexDouble } from "../../runtime/double.js";
import { raise, raiseNullArgument } from "../../runtime/exception.js";
import { transaction } from "../../runtime/transaction.js";
import { runtimeTypeOf } from "../../runtime/runtime-type-of.js";
import { typeName } from "../../runtime/type.js";
import { refusingNull } from "../arguments.js";
import { platformType } from "../../runtime/behaviour.js";
const MAX_INTEGER = 2_147_483_647;
export function parseInteger(text) {
    const value = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
    return value >= -MAX_INTEGER - 1 && value <= MAX_INTEGER
        ? value
        : raise("System.TypeException", `Invalid integer: ${text}`);
}
export function parseLong(text) {
    const value = /^[+-]?\d+$/.test(text) ? BigInt(text.replace(/^\+/, "")) : null;
    return value !== null && BigInt.asIntN(64, value) === value
        ? value
        : raise("System.TypeException", `Invalid long: ${text}`);
}
export function parseDecimal(text, kind = "decimal") {
    try {
        return ApexDecimal.parse(text.trim());
    }
    catch (error) {
        if (!(error instanceof DecimalFormatError))
            throw error;
        return raise("System.TypeException", `Invalid ${kind}: ${text}`);
    }
}
function invalidConversion(value, to) {
    return raise("System.TypeException", `Invalid conversion from runtime type ${typeName(runtimeTypeOf(value))} to ${to}`);
}
function booleanOf(value) {
    if (value === null)
        return raiseNullArgument();
    if (typeof value === "boolean")
        return value;
    if (typeof value === "string")
        return value.toLowerCase() === "true";
    return invalidConversion(value, "Boolean");
}
function integerOf(value) {
    if (value === null)
        return raiseNullArgument();
    if (typeof value === "number")
        return value;
    if (typeof value === "bigint")
        return Number(BigInt.asIntN(32, value));
    if (typeof value === "string")
        return parseInteger(value);
    if (value instanceof ApexDecimal)
        return Number(BigInt.asIntN(32, value.toBigInt()));
    if (value instanceof ApexDouble)
        return Math.trunc(value.value) | 0;
    return invalidConversion(value, "Integer");
}
/** Of an Object, and so of a Decimal: null stays null, a text may have decimals. What public suites assert. */
function integerOfObject(value) {
    if (value === null)
        return null;
    return integerOf(typeof value === "string" ? parseDecimal(value) : value);
}
function doubleOf(value) {
    if (value === null)
        return raiseNullArgument();
    if (value instanceof ApexDouble)
        return value;
    if (typeof value === "number" || typeof value === "bigint")
        return new ApexDouble(Number(value));
    if (value instanceof ApexDecimal)
        return new ApexDouble(value.toNumber());
    if (typeof value === "string")
        return new ApexDouble(parseDecimal(value, "double").toNumber());
    return invalidConversion(value, "Double");
}
/** In the user's locale: grouped, at most three decimals. */
function localized(value) {
    const locale = transaction().user.locale.replaceAll("_", "-");
    const format = new Intl.NumberFormat(locale, {
        maximumFractionDigits: 3,
        roundingMode: "halfEven",
    });
    // Intl takes decimal texts of any length; TypeScript's types do not know every such text.
    return value instanceof ApexDecimal
        ? format.format(value.toPlainString())
        : format.format(value);
}
export function modeOf(mode) {
    // The constants of System.RoundingMode are named as the modes are.
    return mode.name;
}
function rounding(round) {
    try {
        return round();
    }
    catch (error) {
        if (!(error instanceof DecimalRoundingNecessary))
            throw error;
        return raise("System.MathException", "Rounding necessary");
    }
}
function longOf(value) {
    return BigInt.asIntN(64, value.toBigInt());
}
function power(base, exponent) {
    if (exponent < 0 || exponent > 32_767)
        raise("System.MathException", "Exponent must be in the range of 0 to 32,767");
    return new ApexDecimal(base.unscaled ** BigInt(exponent), base.scale * exponent);
}
function divided(value, by, scale, mode) {
    if (by.isZero)
        raise("System.MathException", "Divide by 0");
    return rounding(() => mode === undefined
        ? value.dividedAtScale(by, scale)
        : value.dividedAtScale(by, scale, modeOf(mode)));
}
export const booleanBehaviour = platformType({ type: "Boolean", statics: { valueOf: booleanOf } });
export const integerBehaviour = platformType({
    type: "Integer",
    statics: { "valueOf(String)": integerOf, "valueOf(Object)": integerOfObject },
    methods: { format: (value) => localized(value) },
});
export const longBehaviour = platformType({
    type: "Long",
    statics: refusingNull({ valueOf: parseLong }),
    methods: {
        format: (value) => localized(value),
        intValue: (value) => Number(BigInt.asIntN(32, value)),
    },
});
export const doubleBehaviour = platformType({
    type: "Double",
    statics: { valueOf: doubleOf },
    methods: {
        format: (value) => localized(ApexDecimal.ofDouble(value.value)),
        intValue: (value) => Math.trunc(value.value) | 0,
        longValue: (value) => BigInt(Math.trunc(value.value)),
        round: (value) => longOf(ApexDecimal.ofDouble(value.value).setScale(0, "HALF_EVEN")),
    },
});
export const decimalBehaviour = platformType({
    type: "Decimal",
    statics: refusingNull({
        "valueOf(Double)": (value) => ApexDecimal.ofDouble(value.value),
        "valueOf(Long)": (value) => ApexDecimal.ofInteger(value),
        "valueOf(String)": (text) => parseDecimal(text),
    }),
    methods: refusingNull({
        abs: (value) => value.abs(),
        divide: divided,
        doubleValue: (value) => new ApexDouble(value.toNumber()),
        format: localized,
        intValue: (value) => Number(BigInt.asIntN(32, value.toBigInt())),
        longValue: longOf,
        pow: power,
        precision: (value) => value.precision,
        "round()": (value) => longOf(value.setScale(0, "HALF_EVEN")),
        "round(System.RoundingMode)": (value, mode) => longOf(rounding(() => value.setScale(0, modeOf(mode)))),
        scale: (value) => value.scale,
        setScale: (value, scale, mode) => rounding(() => mode === undefined ? value.setScale(scale) : value.setScale(scale, modeOf(mode))),
        stripTrailingZeros: (value) => value.stripTrailingZeros(),
        toPlainString: (value) => value.toPlainString(),
    }),
});
