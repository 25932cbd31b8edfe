/**
 * An Apex Decimal: an unscaled integer and a scale, as Java's BigDecimal, on which Apex's Decimal stands.
 * Source: Apex Reference, "Decimal Class" and "Rounding Mode"; Java SE, java.math.BigDecimal.
 */
export type RoundingMode =
  "CEILING" | "DOWN" | "FLOOR" | "HALF_DOWN" | "HALF_EVEN" | "HALF_UP" | "UNNECESSARY" | "UP";

/** Division keeps 34 significant digits, as MathContext.DECIMAL128. */
const DIVISION_PRECISION = 34;

class DecimalDivisionByZero extends Error {}
export class DecimalRoundingNecessary extends Error {}
export class DecimalFormatError extends Error {}

const powers: bigint[] = [1n];
function powerOfTen(exponent: number): bigint {
  const known = powers[exponent];
  if (known !== undefined) return known;
  const power = 10n ** BigInt(exponent);
  if (exponent < 100) powers[exponent] = power;
  return power;
}

function sizeOf(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function digitCount(value: bigint): number {
  return value === 0n ? 1 : sizeOf(value).toString().length;
}

/** The quotient rounded to an integer. */
function divideRounded(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const quotient = dividend / divisor;
  const remainder = dividend % divisor;
  if (remainder === 0n) return quotient;
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
      if (twice === size) return quotient % 2n === 0n ? quotient : away;
      return twice > size ? away : quotient;
    case "UNNECESSARY":
      throw new DecimalRoundingNecessary("Rounding necessary");
  }
}

export class ApexDecimal {
  readonly unscaled: bigint;
  /** Digits after the point; negative for 1E+3. */
  readonly scale: number;

  constructor(unscaled: bigint, scale: number) {
    this.unscaled = unscaled;
    this.scale = scale;
  }

  static ofInteger(value: number | bigint): ApexDecimal {
    return new ApexDecimal(BigInt(value), 0);
  }

  /** The shortest decimal that stands for the double, as BigDecimal.valueOf(double): 0.1 is 0.1, 2 is 2.0. */
  static ofDouble(value: number): ApexDecimal {
    const text = String(value);
    return ApexDecimal.parse(/[.e]/i.test(text) ? text : `${text}.0`);
  }

  /** `-12.50`, `1E+3`; throws {@link DecimalFormatError} on anything else. */
  static parse(text: string): ApexDecimal {
    const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
    const whole = match?.[2] ?? "";
    const fraction = match?.[3] ?? "";
    if (match === null || whole + fraction === "")
      throw new DecimalFormatError(`Invalid decimal: ${text}`);
    const digits = BigInt(whole + fraction);
    return new ApexDecimal(
      match[1] === "-" ? -digits : digits,
      fraction.length - Number(match[4] ?? 0),
    );
  }

  plus(other: ApexDecimal): ApexDecimal {
    if (this.scale === other.scale)
      return new ApexDecimal(this.unscaled + other.unscaled, this.scale);
    const scale = Math.max(this.scale, other.scale);
    return new ApexDecimal(this.#unscaledAt(scale) + other.#unscaledAt(scale), scale);
  }

  minus(other: ApexDecimal): ApexDecimal {
    return this.plus(other.negate());
  }

  times(other: ApexDecimal): ApexDecimal {
    return new ApexDecimal(this.unscaled * other.unscaled, this.scale + other.scale);
  }

  /** To 34 significant digits, then without trailing zeros down to the scale `this.scale - other.scale`. */
  dividedBy(other: ApexDecimal): ApexDecimal {
    if (other.unscaled === 0n) throw new DecimalDivisionByZero("Divide by 0");
    const preferred = this.scale - other.scale;
    if (this.unscaled === 0n) return new ApexDecimal(0n, Math.max(preferred, 0));
    const shift = Math.max(
      0,
      DIVISION_PRECISION + 2 + digitCount(other.unscaled) - digitCount(this.unscaled),
    );
    const dividend = this.unscaled * powerOfTen(shift);
    const quotient = dividend / other.unscaled;
    if (quotient * other.unscaled === dividend)
      return new ApexDecimal(quotient, preferred + shift)
        .roundTo(DIVISION_PRECISION, "HALF_EVEN")
        .#strippedDownTo(preferred);
    // One more digit stands for the rest of an endless fraction, so that a tie is not seen where there is none.
    const sticky = quotient * 10n + (dividend < 0n === other.unscaled < 0n ? 1n : -1n);
    return new ApexDecimal(sticky, preferred + shift + 1).roundTo(DIVISION_PRECISION, "HALF_EVEN");
  }

  /** `divide(divisor, scale, roundingMode)`. */
  dividedAtScale(other: ApexDecimal, scale: number, mode: RoundingMode = "HALF_EVEN"): ApexDecimal {
    if (other.unscaled === 0n) throw new DecimalDivisionByZero("Divide by 0");
    const shift = scale - this.scale + other.scale;
    return shift >= 0
      ? new ApexDecimal(
          divideRounded(this.unscaled * powerOfTen(shift), other.unscaled, mode),
          scale,
        )
      : new ApexDecimal(
          divideRounded(this.unscaled, other.unscaled * powerOfTen(-shift), mode),
          scale,
        );
  }

  negate(): ApexDecimal {
    return new ApexDecimal(-this.unscaled, this.scale);
  }

  abs(): ApexDecimal {
    return this.unscaled < 0n ? this.negate() : this;
  }

  /** Half even unless told otherwise. */
  setScale(scale: number, mode: RoundingMode = "HALF_EVEN"): ApexDecimal {
    if (scale === this.scale) return this;
    if (scale > this.scale) return new ApexDecimal(this.#unscaledAt(scale), scale);
    return new ApexDecimal(
      divideRounded(this.unscaled, powerOfTen(this.scale - scale), mode),
      scale,
    );
  }

  /** To so many significant digits. */
  roundTo(precision: number, mode: RoundingMode): ApexDecimal {
    const excess = digitCount(this.unscaled) - precision;
    if (excess <= 0) return this;
    const rounded = new ApexDecimal(
      divideRounded(this.unscaled, powerOfTen(excess), mode),
      this.scale - excess,
    );
    return digitCount(rounded.unscaled) > precision ? rounded.roundTo(precision, mode) : rounded;
  }

  compare(other: ApexDecimal): -1 | 0 | 1 {
    const scale = Math.max(this.scale, other.scale);
    const a = this.#unscaledAt(scale);
    const b = other.#unscaledAt(scale);
    return a < b ? -1 : a > b ? 1 : 0;
  }

  /** Equal by value: 1.0 equals 1.00. */
  equals(other: ApexDecimal): boolean {
    return this.compare(other) === 0;
  }

  get isZero(): boolean {
    return this.unscaled === 0n;
  }

  get signum(): -1 | 0 | 1 {
    return this.unscaled < 0n ? -1 : this.unscaled > 0n ? 1 : 0;
  }

  get precision(): number {
    return digitCount(this.unscaled);
  }

  stripTrailingZeros(): ApexDecimal {
    if (this.unscaled === 0n) return new ApexDecimal(0n, 0);
    return this.#strippedDownTo(Number.NEGATIVE_INFINITY);
  }

  /** The whole part, fraction dropped. */
  toBigInt(): bigint {
    return this.scale <= 0
      ? this.unscaled * powerOfTen(-this.scale)
      : this.unscaled / powerOfTen(this.scale);
  }

  toNumber(): number {
    return Number(`${this.unscaled}e${-this.scale}`);
  }

  toPlainString(): string {
    if (this.scale <= 0) return (this.unscaled * powerOfTen(-this.scale)).toString();
    const digits = sizeOf(this.unscaled)
      .toString()
      .padStart(this.scale + 1, "0");
    const at = digits.length - this.scale;
    return `${this.unscaled < 0n ? "-" : ""}${digits.slice(0, at)}.${digits.slice(at)}`;
  }

  /** BigDecimal.toString: scientific notation for a negative scale or an exponent under -6. */
  toString(): string {
    const digits = sizeOf(this.unscaled).toString();
    const exponent = digits.length - 1 - this.scale;
    if (this.scale >= 0 && exponent >= -6) return this.toPlainString();
    const mantissa = digits.length === 1 ? digits : `${digits.slice(0, 1)}.${digits.slice(1)}`;
    return `${this.unscaled < 0n ? "-" : ""}${mantissa}E${exponent >= 0 ? "+" : ""}${exponent}`;
  }

  #unscaledAt(scale: number): bigint {
    return scale === this.scale ? this.unscaled : this.unscaled * powerOfTen(scale - this.scale);
  }

  #strippedDownTo(scale: number): ApexDecimal {
    let unscaled = this.unscaled;
    let at = this.scale;
    while (at > scale && unscaled % 10n === 0n) {
      unscaled /= 10n;
      at -= 1;
    }
    return at === this.scale ? this : new ApexDecimal(unscaled, at);
  }
}
