/** Boolean, Integer, Long, Double and Decimal. Source: Apex Reference, the classes of these names. */
import {
  ApexDecimal,
  DecimalFormatError,
  DecimalRoundingNecessary,
  type RoundingMode,
} from "../../runtime/decimal.ts";
import { ApexDouble } from "../../runtime/double.ts";
import type { ApexEnum } from "../../runtime/enum.ts";
import { raise, raiseNullArgument } from "../../runtime/exception.ts";
import { transaction } from "../../runtime/transaction.ts";
import { runtimeTypeOf } from "../../runtime/runtime-type-of.ts";
import { typeName } from "../../runtime/type.ts";
import { refusingNull } from "../arguments.ts";
import { platformType } from "../../runtime/behaviour.ts";

const MAX_INTEGER = 2_147_483_647;

/** A whole number, maybe with a fraction of nothing but zeros, which two suites rely on (apex-fixtures, LightningFlowComponents). */
const WHOLE = /^[+-]?\d+(?:\.0+)?$/;

export function parseInteger(text: string): number {
  const value = WHOLE.test(text) ? Number(text) : Number.NaN;
  return value >= -MAX_INTEGER - 1 && value <= MAX_INTEGER
    ? value
    : raise("System.TypeException", `Invalid integer: ${text}`);
}

export function parseLong(text: string): bigint {
  const value = WHOLE.test(text) ? BigInt(text.replace(/^\+|\..*/g, "")) : null;
  return value !== null && BigInt.asIntN(64, value) === value
    ? value
    : raise("System.TypeException", `Invalid long: ${text}`);
}

export function parseDecimal(text: string, kind: "decimal" | "double" = "decimal"): ApexDecimal {
  try {
    return ApexDecimal.parse(text.trim());
  } catch (error) {
    if (!(error instanceof DecimalFormatError)) throw error;
    return raise("System.TypeException", `Invalid ${kind}: ${text}`);
  }
}

function invalidConversion(value: unknown, to: string): never {
  return raise(
    "System.TypeException",
    `Invalid conversion from runtime type ${typeName(runtimeTypeOf(value))} to ${to}`,
  );
}

function booleanOf(value: unknown): boolean {
  if (value === null) return raiseNullArgument();
  if (typeof value === "boolean") return value;
  if (typeof value === "string") return value.toLowerCase() === "true";
  return invalidConversion(value, "Boolean");
}

function integerOf(value: unknown): number {
  if (value === null) return raiseNullArgument();
  if (typeof value === "number") return value;
  if (typeof value === "bigint") return Number(BigInt.asIntN(32, value));
  if (typeof value === "string") return parseInteger(value);
  if (value instanceof ApexDecimal) return Number(BigInt.asIntN(32, value.toBigInt()));
  if (value instanceof ApexDouble) return Math.trunc(value.value) | 0;
  return invalidConversion(value, "Integer");
}

/** Of an Object, and so of a Decimal: null stays null, a text may have decimals. What public suites assert. */
function integerOfObject(value: unknown): number | null {
  if (value === null) return null;
  return integerOf(typeof value === "string" ? parseDecimal(value) : value);
}

function doubleOf(value: unknown): ApexDouble {
  if (value === null) return raiseNullArgument();
  if (value instanceof ApexDouble) return value;
  if (typeof value === "number" || typeof value === "bigint") return new ApexDouble(Number(value));
  if (value instanceof ApexDecimal) return new ApexDouble(value.toNumber());
  if (value === "NaN") return new ApexDouble(Number.NaN);
  if (typeof value === "string") return new ApexDouble(parseDecimal(value, "double").toNumber());
  return invalidConversion(value, "Double");
}

/** In the user's locale: grouped, at most three decimals. */
function localized(value: number | bigint | ApexDecimal): string {
  const locale = transaction().user.locale.replaceAll("_", "-");
  const format = new Intl.NumberFormat(locale, {
    maximumFractionDigits: 3,
    roundingMode: "halfEven",
  });
  // Intl takes decimal texts of any length; TypeScript's types do not know every such text.
  return value instanceof ApexDecimal
    ? format.format(value.toPlainString() as `${number}`)
    : format.format(value);
}

export function modeOf(mode: unknown): RoundingMode {
  // The constants of System.RoundingMode are named as the modes are.
  return (mode as ApexEnum).name as RoundingMode;
}

function rounding(round: () => ApexDecimal): ApexDecimal {
  try {
    return round();
  } catch (error) {
    if (!(error instanceof DecimalRoundingNecessary)) throw error;
    return raise("System.MathException", "Rounding necessary");
  }
}

function longOf(value: ApexDecimal): bigint {
  return BigInt.asIntN(64, value.toBigInt());
}

function power(base: ApexDecimal, exponent: number): ApexDecimal {
  if (exponent < 0 || exponent > 32_767)
    raise("System.MathException", "Exponent must be in the range of 0 to 32,767");
  return new ApexDecimal(base.unscaled ** BigInt(exponent), base.scale * exponent);
}

function divided(value: ApexDecimal, by: ApexDecimal, scale: number, mode?: unknown): ApexDecimal {
  if (by.isZero) raise("System.MathException", "Divide by 0");
  return rounding(() =>
    mode === undefined
      ? value.dividedAtScale(by, scale)
      : value.dividedAtScale(by, scale, modeOf(mode)),
  );
}

export const booleanBehaviour = platformType({ type: "Boolean", statics: { valueOf: booleanOf } });

export const integerBehaviour = platformType({
  type: "Integer",
  statics: { "valueOf(String)": integerOf, "valueOf(Object)": integerOfObject },
  methods: { format: (value: number) => localized(value) },
});

export const longBehaviour = platformType({
  type: "Long",
  statics: refusingNull({ valueOf: parseLong }),
  methods: {
    format: (value: bigint) => localized(value),
    intValue: (value: bigint) => Number(BigInt.asIntN(32, value)),
  },
});

export const doubleBehaviour = platformType({
  type: "Double",
  statics: { valueOf: doubleOf },
  methods: {
    format: (value: ApexDouble) => localized(ApexDecimal.ofDouble(value.value)),
    intValue: (value: ApexDouble) => Math.trunc(value.value) | 0,
    longValue: (value: ApexDouble) => BigInt(Math.trunc(value.value)),
    round: (value: ApexDouble) =>
      longOf(ApexDecimal.ofDouble(value.value).setScale(0, "HALF_EVEN")),
  },
});

export const decimalBehaviour = platformType({
  type: "Decimal",
  statics: refusingNull({
    "valueOf(Double)": (value: ApexDouble) => ApexDecimal.ofDouble(value.value),
    "valueOf(Long)": (value: bigint) => ApexDecimal.ofInteger(value),
    "valueOf(String)": (text: string) => parseDecimal(text),
  }),
  methods: refusingNull({
    abs: (value: ApexDecimal) => value.abs(),
    divide: divided,
    doubleValue: (value: ApexDecimal) => new ApexDouble(value.toNumber()),
    format: localized,
    intValue: (value: ApexDecimal) => Number(BigInt.asIntN(32, value.toBigInt())),
    longValue: longOf,
    pow: power,
    precision: (value: ApexDecimal) => value.precision,
    "round()": (value: ApexDecimal) => longOf(value.setScale(0, "HALF_EVEN")),
    "round(System.RoundingMode)": (value: ApexDecimal, mode: unknown) =>
      longOf(rounding(() => value.setScale(0, modeOf(mode)))),
    scale: (value: ApexDecimal) => value.scale,
    setScale: (value: ApexDecimal, scale: number, mode?: unknown) =>
      rounding(() =>
        mode === undefined ? value.setScale(scale) : value.setScale(scale, modeOf(mode)),
      ),
    stripTrailingZeros: (value: ApexDecimal) => value.stripTrailingZeros(),
    toPlainString: (value: ApexDecimal) => value.toPlainString(),
  }),
});
