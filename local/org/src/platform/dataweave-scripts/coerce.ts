/** `value as Type`. Source: DataWeave Language Guide, "Type Coercion". */
import { ApexDate } from "../../runtime/date.ts";
import { ApexDatetime } from "../../runtime/datetime.ts";
import { ApexDecimal } from "../../runtime/decimal.ts";
import { ApexTime } from "../../runtime/time.ts";
import { formatPattern } from "../date-format.ts";
import { lacking, ScriptFailure } from "./failure.ts";
import { ObjectValue, textOf, typeOf, type Value } from "./value.ts";

const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/u;
const TIME = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?Z?$/u;

export function coerced(value: Value, type: string, properties: ObjectValue): Value {
  const made = attempted(value, type, properties);
  if (made !== undefined) return made;
  const shown = typeof value === "string" ? ` (${value})` : "";
  throw new ScriptFailure(`Cannot coerce ${typeOf(value)}${shown} to ${type}`);
}

/** undefined where it cannot be. */
function attempted(value: Value, type: string, properties: ObjectValue): Value | undefined {
  switch (type) {
    case "Object":
      return value instanceof ObjectValue ? classed(value, properties) : undefined;
    case "String":
      return text(value, properties);
    case "Number":
      if (value instanceof ApexDecimal) return value;
      return typeof value === "string" && NUMBER.test(value) ? ApexDecimal.parse(value) : undefined;
    case "Boolean":
      if (typeof value === "boolean") return value;
      return value === "true" || value === "false" ? value === "true" : undefined;
    case "Date":
      if (value instanceof ApexDatetime) return value.dateGmt;
      return value instanceof ApexDate ? value : read(value, (given) => ApexDate.parseIso(given));
    case "DateTime":
      return value instanceof ApexDatetime
        ? value
        : read(value, (given) => ApexDatetime.parseIso(given));
    case "Time":
      return value instanceof ApexTime ? value : read(value, time);
    default:
      return lacking(`the type ${type}`);
  }
}

function classed(value: ObjectValue, properties: ObjectValue): ObjectValue {
  const name = properties.get("class");
  return new ObjectValue(value.pairs, typeof name === "string" ? name : value.className);
}

function read<T>(value: Value, parse: (text: string) => T | null): T | undefined {
  return typeof value === "string" ? (parse(value) ?? undefined) : undefined;
}

function time(given: string): ApexTime | null {
  const found = TIME.exec(given);
  if (found === null) return null;
  const [hour = 0, minute = 0, second = 0] = found.slice(1, 4).map((part) => Number(part || 0));
  return ApexTime.of(hour, minute, second, Number((found[4] ?? "").padEnd(3, "0")));
}

/** With a `format` of java.time, whose `uuuu` is the year that java.text calls `yyyy`. */
function text(value: Value, properties: ObjectValue): Value | undefined {
  const format = properties.get("format");
  if (format === null) return value === null ? undefined : textOf(value);
  if (typeof format !== "string" || !(value instanceof ApexDatetime))
    return lacking(`a format of ${typeOf(value)}`);
  return formatPattern(value.epochMs, format.replaceAll("u", "y"), "GMT");
}
