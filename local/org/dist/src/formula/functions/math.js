/** Source: Salesforce Help, "Formula Operators and Functions by Context", Math Functions. */
import { ApexDecimal } from "../../runtime/decimal.js";
import { FormulaUndefined, Geolocation, numberOf, plain } from "../value.js";
import { eager, NUMBER, TEXT } from "./function.js";
const ZERO = ApexDecimal.ofInteger(0);
/** A number argument: null where it is empty. */
export function decimal(value) {
    return value instanceof ApexDecimal ? value : null;
}
/** A function of numbers that is empty when one of them is. */
function numeric(count, answer) {
    return eager("number", Array.from({ length: count }, () => NUMBER), (values) => {
        const numbers = values.map(decimal);
        return numbers.some((number) => number === null)
            ? null
            : plain(answer(...numbers.filter((number) => number !== null)));
    });
}
function ofDouble(answer) {
    return numeric(1, (value = ZERO) => numberOf(answer(value.toNumber())));
}
function whole(mode) {
    return numeric(1, (value = ZERO) => value.setScale(0, mode));
}
/** ROUND and TRUNC: to so many places, left of the point where they are negative. */
function places(mode) {
    return eager("number", [NUMBER, NUMBER], (values) => {
        const value = decimal(values[0]);
        const digits = values.length > 1 ? decimal(values[1]) : ZERO;
        return value === null || digits === null
            ? null
            : plain(value.setScale(bounded(Number(digits.toBigInt())), mode));
    }, { optional: 1 });
}
/** No number of a formula has more digits. */
const MAX_PLACES = 60;
function bounded(digits) {
    return Math.max(-MAX_PLACES, Math.min(MAX_PLACES, digits));
}
function extreme(sign) {
    return eager("number", [NUMBER, NUMBER], (values) => {
        let best = decimal(values[0]);
        for (const value of values.slice(1)) {
            const next = decimal(value);
            if (best === null || next === null)
                return null;
            if (next.compare(best) * sign > 0)
                best = next;
        }
        return best;
    }, { optional: 1, repeated: 1 });
}
export function remainder(dividend, divisor) {
    if (divisor.isZero)
        throw new FormulaUndefined("division by zero");
    const quotient = dividend.dividedAtScale(divisor, 0, "DOWN");
    return plain(dividend.minus(quotient.times(divisor)));
}
/** Exact for whole exponents. */
export function power(base, exponent) {
    const times = exponent.setScale(0, "DOWN").equals(exponent) ? Number(exponent.toBigInt()) : -1;
    if (times < 0 || times > 64)
        return numberOf(base.toNumber() ** exponent.toNumber());
    let result = ApexDecimal.ofInteger(1);
    for (let i = 0; i < times; i += 1)
        result = result.times(base).roundTo(39, "HALF_EVEN");
    return plain(result);
}
const EARTH_RADIUS = { km: 6371.0088, mi: 3958.7613 };
/** Great-circle distance. Source: Salesforce Help, DISTANCE. */
function distance(values) {
    const [from, to, unit] = values;
    if (!(from instanceof Geolocation) || !(to instanceof Geolocation))
        return null;
    if (unit !== "km" && unit !== "mi")
        throw new FormulaUndefined("unit of distance");
    const radians = (degrees) => (degrees * Math.PI) / 180;
    const haversine = (angle) => Math.sin(angle / 2) ** 2;
    const part = haversine(radians(to.latitude - from.latitude)) +
        Math.cos(radians(from.latitude)) *
            Math.cos(radians(to.latitude)) *
            haversine(radians(to.longitude - from.longitude));
    return numberOf(2 * EARTH_RADIUS[unit] * Math.asin(Math.sqrt(part)));
}
function geolocation(values) {
    const [latitude, longitude] = values.map(decimal);
    if (!(latitude instanceof ApexDecimal) || !(longitude instanceof ApexDecimal))
        return null;
    return new Geolocation(latitude.toNumber(), longitude.toNumber());
}
export const MATH = {
    ABS: numeric(1, (value = ZERO) => value.abs()),
    ACOS: ofDouble(Math.acos),
    ASIN: ofDouble(Math.asin),
    ATAN: ofDouble(Math.atan),
    ATAN2: numeric(2, (y = ZERO, x = ZERO) => numberOf(Math.atan2(y.toNumber(), x.toNumber()))),
    // Away from zero; MCEILING goes up.
    CEILING: whole("UP"),
    COS: ofDouble(Math.cos),
    DISTANCE: eager("number", [["location"], ["location"], TEXT], distance),
    EXP: ofDouble(Math.exp),
    // Towards zero; MFLOOR goes down.
    FLOOR: whole("DOWN"),
    GEOLOCATION: eager("location", [NUMBER, NUMBER], geolocation),
    LN: ofDouble(Math.log),
    LOG: ofDouble(Math.log10),
    MAX: extreme(1),
    MCEILING: whole("CEILING"),
    MFLOOR: whole("FLOOR"),
    MIN: extreme(-1),
    MOD: numeric(2, (dividend = ZERO, divisor = ZERO) => remainder(dividend, divisor)),
    PI: eager("number", [], () => numberOf(Math.PI)),
    ROUND: places("HALF_UP"),
    SIN: ofDouble(Math.sin),
    SQRT: ofDouble(Math.sqrt),
    TAN: ofDouble(Math.tan),
    TRUNC: places("DOWN"),
};
