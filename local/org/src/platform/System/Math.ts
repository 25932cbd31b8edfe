/** System.Math. Source: Apex Reference, "Math Class". */
import { ApexDecimal } from "../../runtime/decimal.ts";
import { ApexDouble } from "../../runtime/double.ts";
import { raise } from "../../runtime/exception.ts";
import { refusingNull } from "../arguments.ts";
import { type Behaviour, platformType } from "../behaviour.ts";

type Fraction = ApexDouble | ApexDecimal;

function numberOf(value: Fraction): number {
  return value instanceof ApexDouble ? value.value : value.toNumber();
}

/** In the kind the argument came in. */
function likewise(like: Fraction, value: number): Fraction {
  return like instanceof ApexDouble ? new ApexDouble(value) : ApexDecimal.ofDouble(value);
}

function ofOne(compute: (value: number) => number): Behaviour {
  return (value: Fraction) => {
    const result = compute(numberOf(value));
    if (Number.isNaN(result) && value instanceof ApexDecimal)
      raise("System.MathException", "Illegal argument");
    return likewise(value, result);
  };
}

function whole(value: Fraction, mode: "CEILING" | "FLOOR" | "HALF_EVEN"): Fraction {
  if (value instanceof ApexDecimal) return value.setScale(0, mode);
  return new ApexDouble(ApexDecimal.ofDouble(value.value).setScale(0, mode).toNumber());
}

/** Math.round takes the even neighbour for a tie of Decimals and for Doubles alike. */
function rounded(value: Fraction): bigint {
  const decimal = value instanceof ApexDecimal ? value : ApexDecimal.ofDouble(value.value);
  return decimal.setScale(0, "HALF_EVEN").toBigInt();
}

type Any = number | bigint | Fraction;

function isLess(a: Any, b: Any): boolean {
  if (a instanceof ApexDecimal && b instanceof ApexDecimal) return a.compare(b) < 0;
  if (typeof a === "object" || typeof b === "object") return plain(a) < plain(b);
  return a < b;
}

function plain(value: Any): number {
  return typeof value === "object" ? numberOf(value) : Number(value);
}

function absolute(value: Any): Any {
  if (value instanceof ApexDecimal) return value.abs();
  if (value instanceof ApexDouble) return new ApexDouble(Math.abs(value.value));
  if (typeof value === "bigint") return BigInt.asIntN(64, value < 0n ? -value : value);
  return Math.abs(value) | 0;
}

function remainder(a: number | bigint, b: number | bigint): number | bigint {
  if (Number(b) === 0) raise("System.MathException", "Divide by 0");
  // Both arguments are of the kind the chosen overload has.
  return typeof a === "bigint" ? a % BigInt(b) : (a % Number(b)) | 0;
}

export const mathBehaviour = platformType({
  type: "System.Math",
  staticGetters: {
    E: () => new ApexDouble(Math.E),
    PI: () => new ApexDouble(Math.PI),
  },
  statics: refusingNull({
    abs: absolute,
    max: (a: Any, b: Any) => (isLess(a, b) ? b : a),
    min: (a: Any, b: Any) => (isLess(b, a) ? b : a),
    mod: remainder,
    ceil: (value: Fraction) => whole(value, "CEILING"),
    floor: (value: Fraction) => whole(value, "FLOOR"),
    rint: (value: Fraction) => whole(value, "HALF_EVEN"),
    round: (value: Fraction) => Number(BigInt.asIntN(32, rounded(value))),
    roundToLong: rounded,
    signum: (value: Fraction) =>
      value instanceof ApexDecimal
        ? ApexDecimal.ofInteger(value.signum)
        : new ApexDouble(Math.sign(value.value)),
    pow: (base: ApexDouble, exponent: ApexDouble) => new ApexDouble(base.value ** exponent.value),
    random: () => new ApexDouble(Math.random()),
    sqrt: ofOne(Math.sqrt),
    cbrt: ofOne(Math.cbrt),
    exp: ofOne(Math.exp),
    log: ofOne(Math.log),
    log10: ofOne(Math.log10),
    sin: ofOne(Math.sin),
    cos: ofOne(Math.cos),
    tan: ofOne(Math.tan),
    asin: ofOne(Math.asin),
    acos: ofOne(Math.acos),
    atan: ofOne(Math.atan),
    sinh: ofOne(Math.sinh),
    cosh: ofOne(Math.cosh),
    tanh: ofOne(Math.tanh),
    atan2: (y: Fraction, x: Fraction) => likewise(y, Math.atan2(numberOf(y), numberOf(x))),
  }),
});
