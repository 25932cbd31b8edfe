/**
 * System.Math. Source: Apex Reference, "Math Class". Decimal overloads of the transcendental functions go through a double, as the
 * platform's do; abs, ceil, floor, round, max and min are exact.
 */
import { ApexDecimal } from "../../runtime/decimal.ts";
import { ApexDouble } from "../../runtime/double.ts";
import { raise } from "../../runtime/exception.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { required } from "../required.ts";

type Fraction = ApexDecimal | ApexDouble;
type Numeric = number | bigint | Fraction;

const INTEGER_MAX = 2_147_483_647;
const INTEGER_MIN = -2_147_483_648;

function numberOf(value: Fraction): number {
  return value instanceof ApexDecimal ? value.toNumber() : value.value;
}

function decimalOf(value: number): ApexDecimal {
  if (!Number.isFinite(value))
    raise("System.MathException", `Cannot represent Double '${value}' as a Decimal`);
  return ApexDecimal.ofDouble(value);
}

/** A function of doubles that answers in the type it was asked in. */
function real(compute: (value: number) => number): (value: Fraction | null) => Fraction {
  return (given) => {
    const value = required(given);
    const result = compute(numberOf(value));
    return value instanceof ApexDecimal ? decimalOf(result) : new ApexDouble(result);
  };
}

/** Outside [-1, 1] the platform refuses rather than give NaN. */
function ofCosine(compute: (value: number) => number): (value: number) => number {
  return (value) => {
    if (value < -1 || value > 1) raise("System.MathException", "Invalid argument");
    return compute(value);
  };
}

function sqrt(value: number): number {
  if (value < 0)
    raise("System.MathException", `Negative argument: ${new ApexDouble(value).toString()}`);
  return Math.sqrt(value);
}

/** To the nearest whole number, halves to the even neighbour. */
function halfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

/** Java's Math.round: halves up, without the error of adding 0.5 first. */
function halfUp(value: number): number {
  const floor = Math.floor(value);
  return value - floor >= 0.5 ? floor + 1 : floor;
}

function abs(given: Numeric | null): Numeric {
  const value = required(given);
  if (typeof value === "number") return Math.abs(value) | 0;
  if (typeof value === "bigint") return value < 0n ? BigInt.asIntN(64, -value) : value;
  return value instanceof ApexDecimal ? value.abs() : new ApexDouble(Math.abs(value.value));
}

function wholeNumber(mode: "CEILING" | "FLOOR", compute: (value: number) => number) {
  return (given: Fraction | null): Fraction => {
    const value = required(given);
    return value instanceof ApexDecimal
      ? value.setScale(0, mode)
      : new ApexDouble(compute(value.value));
  };
}

/** A Decimal's half goes to the even neighbour, a Double's up. */
function round(given: Fraction | null): number {
  const value = required(given);
  if (value instanceof ApexDecimal)
    return Number(BigInt.asIntN(32, value.setScale(0, "HALF_EVEN").toBigInt()));
  const rounded = halfUp(value.value);
  if (rounded < INTEGER_MIN || rounded > INTEGER_MAX)
    raise("System.MathException", `Integer overflow: ${rounded}`);
  return rounded | 0;
}

function roundToLong(given: Fraction | null): bigint {
  const value = required(given);
  if (value instanceof ApexDecimal)
    return BigInt.asIntN(64, value.setScale(0, "HALF_EVEN").toBigInt());
  const rounded = halfUp(value.value);
  if (Number.isNaN(rounded)) return 0n;
  if (rounded >= 2 ** 63) return 2n ** 63n - 1n;
  return rounded <= -(2 ** 63) ? -(2n ** 63n) : BigInt(rounded);
}

function extreme(sign: 1 | -1) {
  return (first: Numeric | null, second: Numeric | null): Numeric => {
    const [x, y] = [required(first), required(second)];
    if (x instanceof ApexDecimal || y instanceof ApexDecimal) {
      const [a, b] = [asDecimal(x), asDecimal(y)];
      return a.compare(b) * sign >= 0 ? a : b;
    }
    if (x instanceof ApexDouble && y instanceof ApexDouble)
      return new ApexDouble(sign === 1 ? Math.max(x.value, y.value) : Math.min(x.value, y.value));
    return (sign === 1 ? x >= y : x <= y) ? x : y;
  };
}

function asDecimal(value: Numeric): ApexDecimal {
  if (value instanceof ApexDecimal) return value;
  return value instanceof ApexDouble ? decimalOf(value.value) : ApexDecimal.ofInteger(value);
}

function mod(first: number | bigint | null, second: number | bigint | null): number | bigint {
  const [x, y] = [required(first), required(second)];
  if (Number(y) === 0) raise("System.MathException", "Divide by 0");
  if (typeof x === "bigint" || typeof y === "bigint") return BigInt(x) % BigInt(y);
  return (x % y) | 0;
}

function atan2(first: Fraction | null, second: Fraction | null): Fraction {
  const [y, x] = [required(first), required(second)];
  const result = Math.atan2(numberOf(y), numberOf(x));
  return y instanceof ApexDecimal ? decimalOf(result) : new ApexDouble(result);
}

export const mathBehaviour = platformType({
  type: "System.Math",
  staticGetters: { E: () => new ApexDouble(Math.E), PI: () => new ApexDouble(Math.PI) },
  statics: {
    abs,
    acos: real(ofCosine(Math.acos)),
    asin: real(ofCosine(Math.asin)),
    atan: real(Math.atan),
    atan2,
    cbrt: real(Math.cbrt),
    ceil: wholeNumber("CEILING", Math.ceil),
    cos: real(Math.cos),
    cosh: real(Math.cosh),
    exp: real(Math.exp),
    floor: wholeNumber("FLOOR", Math.floor),
    log: real(Math.log),
    log10: real(Math.log10),
    max: extreme(1),
    min: extreme(-1),
    mod,
    pow: (base: ApexDouble | null, exponent: ApexDouble | null) =>
      new ApexDouble(required(base).value ** required(exponent).value),
    random: () => new ApexDouble(Math.random()),
    rint: real(halfEven),
    round,
    roundToLong,
    signum: real(Math.sign),
    sin: real(Math.sin),
    sinh: real(Math.sinh),
    sqrt: real(sqrt),
    tan: real(Math.tan),
    tanh: real(Math.tanh),
  },
});
