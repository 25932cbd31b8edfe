/** What expressions come to. */
import { ApexDate } from "../../runtime/date.ts";
import { ApexDatetime } from "../../runtime/datetime.ts";
import { ApexDecimal } from "../../runtime/decimal.ts";
import { ApexTime } from "../../runtime/time.ts";
import { lacking } from "./failure.ts";

export type Value =
  | null
  | boolean
  | string
  | ApexDecimal
  | ApexDate
  | ApexDatetime
  | ApexTime
  | RegExp
  | ObjectValue
  | FunctionValue
  | readonly Value[];

export type FunctionValue = (...given: readonly Value[]) => Value;

export interface Pair {
  readonly key: string;
  readonly attributes: readonly Pair[];
  readonly value: Value;
}

/** Pairs in order; a key may be there twice. */
export class ObjectValue {
  readonly pairs: readonly Pair[];
  /** `as Object {class: "Contact"}`: what it is in Apex. */
  readonly className: string | null;

  constructor(pairs: readonly Pair[], className: string | null = null) {
    this.pairs = pairs;
    this.className = className;
  }

  get(key: string): Value {
    return this.pairs.find((pair) => pair.key === key)?.value ?? null;
  }
}

export function isArray(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function pairOf(key: string, value: Value): Pair {
  return { key, attributes: [], value };
}

/** How messages name the type of a value. */
export function typeOf(value: Value): string {
  if (value === null) return "Null";
  if (typeof value === "boolean") return "Boolean";
  if (typeof value === "string") return "String";
  if (typeof value === "function") return "Function";
  if (value instanceof ApexDecimal) return "Number";
  if (value instanceof ApexDate) return "Date";
  if (value instanceof ApexDatetime) return "DateTime";
  if (value instanceof ApexTime) return "Time";
  if (value instanceof RegExp) return "Regex";
  return value instanceof ObjectValue ? "Object" : "Array";
}

/** A value as text, as `as String` and `++` make it. */
export function textOf(value: Value): string {
  if (value instanceof ApexDecimal) return plainNumber(value);
  if (value instanceof ApexDatetime) return new Date(value.epochMs).toISOString();
  if (value instanceof ApexDate) return new Date(value.epochMs).toISOString().slice(0, 10);
  if (typeof value === "string" || typeof value === "boolean" || value instanceof ApexTime)
    return String(value);
  return value === null ? "" : lacking(`${typeOf(value)} as text`);
}

/** Without the zeros that say nothing: 262.80 is 262.8. */
export function plainNumber(number: ApexDecimal): string {
  const text = number.toString();
  return text.includes(".") && !text.includes("E") ? text.replace(/\.?0+$/u, "") : text;
}
