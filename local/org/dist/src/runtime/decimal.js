var _a;
/** Division keeps 34 significant digits, as MathContext.DECIMAL128. */
const DIVISION_PRECISION = 34;
export class DecimalDivisionByZero extends Error {
}
export class DecimalRoundingNecessary extends Error {
}
export class DecimalFormatError extends Error {
}
const powers = [1n];
function powerOfTen(exponent) {
    const known = powers[exponent];
    if (known !== undefined)
        return known;
    const power = 10n ** BigInt(exponent);
    if (exponent < 100)
        powers[exponent] = power;
    return power;
}
function sizeOf(value) {
    return value < 0n ? -value : value;
}
function digitCount(value) {
    return value === 0n ? 1 : sizeOf(value).toString().length;
}
/** The quotient rounded to an integer. */
function divideRounded(dividend, divisor, mode) {
    const quotient = dividend / divisor;
    const remainder = dividend % divisor;
    if (remainder === 0n)
        return quotient;
    const sign = dividend < 0n === divisor < 0n ? 1n : -1n;
    const twice = sizeOf(remainder) * 2n;
    const size = sizeOf(divisor);
    const away = quotient + sign;
    switch (mode) {
        case "UP":
            return away;
        case "DOWN":
            return quotient;
        case "CEILING":
            return sign > 0n ? away : quotient;
        case "FLOOR":
            return sign < 0n ? away : quotient;
        case "HALF_UP":
            return twice >= size ? away : quotient;
        case "HALF_DOWN":
            return twice > size ? away : quotient;
        case "HALF_EVEN":
            if (twice === size)
                return quotient % 2n === 0n ? quotient : away;
            return twice > size ? away : quotient;
        case "UNNECESSARY":
            throw new DecimalRoundingNecessary("Rounding necessary");
    }
}
export class ApexDecimal {
    unscaled;
    /** Digits after the point; negative for 1E+3. */
    scale;
    constructor(unscaled, scale) {
        this.unscaled = unscaled;
        this.scale = scale;
    }
    static ofInteger(value) {
        return new _a(BigInt(value), 0);
    }
    /** The shortest decimal that stands for the double, as BigDecimal.valueOf(double): 0.1 is 0.1, 2 is 2.0. */
    static ofDouble(value) {
        const text = String(value);
        return _a.parse(/[.e]/i.test(text) ? text : `${text}.0`);
    }
    /** `-12.50`, `1E+3`; throws {@link DecimalFormatError} on anything else. */
    static parse(text) {
        const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
        const whole = match?.[2] ?? "";
        const fraction = match?.[3] ?? "";
        if (match === null || whole + fraction === "")
            throw new DecimalFormatError(`Invalid decimal: ${text}`);
        const digits = BigInt(whole + fraction);
        return new _a(match[1] === "-" ? -digits : digits, fraction.length - Number(match[4] ?? 0));
    }
    plus(other) {
        if (this.scale === other.scale)
            return new _a(this.unscaled + other.unscaled, this.scale);
        const scale = Math.max(this.scale, other.scale);
        return new _a(this.#unscaledAt(scale) + other.#unscaledAt(scale), scale);
    }
    minus(other) {
        return this.plus(other.negate());
    }
    times(other) {
        return new _a(this.unscaled * other.unscaled, this.scale + other.scale);
    }
    /** To 34 significant digits, then without trailing zeros down to the scale `this.scale - other.scale`. */
    dividedBy(other) {
        if (other.unscaled === 0n)
            throw new DecimalDivisionByZero("Divide by 0");
        const preferred = this.scale - other.scale;
        if (this.unscaled === 0n)
            return new _a(0n, Math.max(preferred, 0));
        const shift = Math.max(0, DIVISION_PRECISION + 2 + digitCount(other.unscaled) - digitCount(this.unscaled));
        const dividend = this.unscaled * powerOfTen(shift);
        const quotient = dividend / other.unscaled;
        if (quotient * other.unscaled === dividend)
            return new _a(quotient, preferred + shift)
                .roundTo(DIVISION_PRECISION, "HALF_EVEN")
                .#strippedDownTo(preferred);
        // One more digit stands for the rest of an endless fraction, so that a tie is not seen where there is none.
        const sticky = quotient * 10n + (dividend < 0n === other.unscaled < 0n ? 1n : -1n);
        return new _a(sticky, preferred + shift + 1).roundTo(DIVISION_PRECISION, "HALF_EVEN");
    }
    /** `divide(divisor, scale, roundingMode)`. */
    dividedAtScale(other, scale, mode = "HALF_EVEN") {
        if (other.unscaled === 0n)
            throw new DecimalDivisionByZero("Divide by 0");
        const shift = scale - this.scale + other.scale;
        return shift >= 0
            ? new _a(divideRounded(this.unscaled * powerOfTen(shift), other.unscaled, mode), scale)
            : new _a(divideRounded(this.unscaled, other.unscaled * powerOfTen(-shift), mode), scale);
    }
    negate() {
        return new _a(-this.unscaled, this.scale);
    }
    abs() {
        return this.unscaled < 0n ? this.negate() : this;
    }
    /** Half even unless told otherwise. */
    setScale(scale, mode = "HALF_EVEN") {
        if (scale === this.scale)
            return this;
        if (scale > this.scale)
            return new _a(this.#unscaledAt(scale), scale);
        return new _a(divideRounded(this.unscaled, powerOfTen(this.scale - scale), mode), scale);
    }
    /** To so many significant digits. */
    roundTo(precision, mode) {
        const excess = digitCount(this.unscaled) - precision;
        if (excess <= 0)
            return this;
        const rounded = new _a(divideRounded(this.unscaled, powerOfTen(excess), mode), this.scale - excess);
        return digitCount(rounded.unscaled) > precision ? rounded.roundTo(precision, mode) : rounded;
    }
    compare(other) {
        const scale = Math.max(this.scale, other.scale);
        const a = this.#unscaledAt(scale);
        const b = other.#unscaledAt(scale);
        return a < b ? -1 : a > b ? 1 : 0;
    }
    /** Equal by value: 1.0 equals 1.00. */
    equals(other) {
        return this.compare(other) === 0;
    }
    get isZero() {
        return this.unscaled === 0n;
    }
    get signum() {
        return this.unscaled < 0n ? -1 : this.unscaled > 0n ? 1 : 0;
    }
    get precision() {
        return digitCount(this.unscaled);
    }
    stripTrailingZeros() {
        if (this.unscaled === 0n)
            return new _a(0n, 0);
        return this.#strippedDownTo(Number.NEGATIVE_INFINITY);
    }
    /** The whole part, fraction dropped. */
    toBigInt() {
        return this.scale <= 0
            ? this.unscaled * powerOfTen(-this.scale)
            : this.unscaled / powerOfTen(this.scale);
    }
    toNumber() {
        return Number(`${this.unscaled}e${-this.scale}`);
    }
    toPlainString() {
        if (this.scale <= 0)
            return (this.unscaled * powerOfTen(-this.scale)).toString();
        const digits = sizeOf(this.unscaled)
            .toString()
            .padStart(this.scale + 1, "0");
        const at = digits.length - this.scale;
        return `${this.unscaled < 0n ? "-" : ""}${digits.slice(0, at)}.${digits.slice(at)}`;
    }
    /** BigDecimal.toString: scientific notation for a negative scale or an exponent under -6. */
    toString() {
        const digits = sizeOf(this.unscaled).toString();
        const exponent = digits.length - 1 - this.scale;
        if (this.scale >= 0 && exponent >= -6)
            return this.toPlainString();
        const mantissa = digits.length === 1 ? digits : `${digits.slice(0, 1)}.${digits.slice(1)}`;
        return `${this.unscaled < 0n ? "-" : ""}${mantissa}E${exponent >= 0 ? "+" : ""}${exponent}`;
    }
    #unscaledAt(scale) {
        return scale === this.scale ? this.unscaled : this.unscaled * powerOfTen(scale - this.scale);
    }
    #strippedDownTo(scale) {
        let unscaled = this.unscaled;
        let at = this.scale;
        while (at > scale && unscaled % 10n === 0n) {
            unscaled /= 10n;
            at -= 1;
        }
        return at === this.scale ? this : new _a(unscaled, at);
    }
}
_a = ApexDecimal;
