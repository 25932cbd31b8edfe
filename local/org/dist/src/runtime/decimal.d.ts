/**
 * An Apex Decimal: an unscaled integer and a scale, as Java's BigDecimal, on which Apex's Decimal stands.
 * Source: Apex Reference, "Decimal Class" and "Rounding Mode"; Java SE, java.math.BigDecimal.
 */
export type RoundingMode = "CEILING" | "DOWN" | "FLOOR" | "HALF_DOWN" | "HALF_EVEN" | "HALF_UP" | "UNNECESSARY" | "UP";
export declare class DecimalDivisionByZero extends Error {
}
export declare class DecimalRoundingNecessary extends Error {
}
export declare class DecimalFormatError extends Error {
}
export declare class ApexDecimal {
    #private;
    readonly unscaled: bigint;
    /** Digits after the point; negative for 1E+3. */
    readonly scale: number;
    constructor(unscaled: bigint, scale: number);
    static ofInteger(value: number | bigint): ApexDecimal;
    /** The shortest decimal that stands for the double, as BigDecimal.valueOf(double): 0.1 is 0.1, 2 is 2.0. */
    static ofDouble(value: number): ApexDecimal;
    /** `-12.50`, `1E+3`; throws {@link DecimalFormatError} on anything else. */
    static parse(text: string): ApexDecimal;
    plus(other: ApexDecimal): ApexDecimal;
    minus(other: ApexDecimal): ApexDecimal;
    times(other: ApexDecimal): ApexDecimal;
    /** To 34 significant digits, then without trailing zeros down to the scale `this.scale - other.scale`. */
    dividedBy(other: ApexDecimal): ApexDecimal;
    /** `divide(divisor, scale, roundingMode)`. */
    dividedAtScale(other: ApexDecimal, scale: number, mode?: RoundingMode): ApexDecimal;
    negate(): ApexDecimal;
    abs(): ApexDecimal;
    /** Half even unless told otherwise. */
    setScale(scale: number, mode?: RoundingMode): ApexDecimal;
    /** To so many significant digits. */
    roundTo(precision: number, mode: RoundingMode): ApexDecimal;
    compare(other: ApexDecimal): -1 | 0 | 1;
    /** Equal by value: 1.0 equals 1.00. */
    equals(other: ApexDecimal): boolean;
    get isZero(): boolean;
    get signum(): -1 | 0 | 1;
    get precision(): number;
    stripTrailingZeros(): ApexDecimal;
    /** The whole part, fraction dropped. */
    toBigInt(): bigint;
    toNumber(): number;
    toPlainString(): string;
    /** BigDecimal.toString: scientific notation for a negative scale or an exponent under -6. */
    toString(): string;
}
