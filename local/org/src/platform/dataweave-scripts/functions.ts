/** DataWeave's own functions, of `dw::Core`, `dw::Runtime` and `dw::core::Strings`. Source: DataWeave Reference, "dw::Core" and others. */
import { ApexDecimal } from "../../runtime/decimal.ts";
import { transaction } from "../../runtime/transaction.ts";
import { lacking, ScriptFailure } from "./failure.ts";
import { pluralized } from "./pluralize.ts";
import {
  type FunctionValue,
  isArray,
  ObjectValue,
  type Pair,
  pairOf,
  textOf,
  typeOf,
  type Value,
} from "./value.ts";
import { jsonText } from "./write-output.ts";

/** Whose second argument may be an expression of `$`, `$$` and `$$$`. */
export const TAKES_FUNCTION: ReadonlySet<string> = new Set([
  "filter",
  "filterObject",
  "flatMap",
  "map",
  "mapObject",
  "pluck",
]);

export const FUNCTIONS: Readonly<Record<string, FunctionValue>> = {
  map: (items, by) =>
    ofArray(items, (each) => each.map((item, index) => applied(by, item, numberOf(index)))),
  flatMap: (items, by) =>
    ofArray(items, (each) =>
      each.flatMap((item, index) => {
        const made = applied(by, item, numberOf(index));
        return isArray(made) ? made : [made];
      }),
    ),
  filter: (items, by) =>
    ofArray(items, (each) =>
      each.filter((item, index) => applied(by, item, numberOf(index)) === true),
    ),
  mapObject: (object, by) =>
    ofPairs(object, (pairs) =>
      pairs.flatMap(({ key, value }, index) => {
        const made = applied(by, value, key, numberOf(index));
        return made instanceof ObjectValue ? made.pairs : lacking("mapObject without objects");
      }),
    ),
  filterObject: (object, by) =>
    ofPairs(object, (pairs) =>
      pairs.filter(({ key, value }, index) => applied(by, value, key, numberOf(index)) === true),
    ),
  pluck: (object, by) =>
    object instanceof ObjectValue
      ? object.pairs.map(({ key, value }, index) => applied(by, value, key, numberOf(index)))
      : nullOr(object, "pluck"),
  flatten: (items) =>
    ofArray(items, (each) => each.flatMap((item) => (isArray(item) ? item : [item]))),
  joinBy: (items, separator = null) =>
    isArray(items) ? items.map(textOf).join(textOf(separator)) : nullOr(items, "joinBy"),
  splitBy: (given, separator) =>
    typeof given === "string" && typeof separator === "string"
      ? given.split(separator)
      : nullOr(given, "splitBy"),
  sizeOf: (given) => numberOf(sizeOf(given)),
  isEmpty: (given) => sizeOf(given) === 0,
  isBlank: (given) => given === null || textOf(given).trim() === "",
  upper: (given) => ofText(given, (text) => text.toUpperCase()),
  lower: (given) => ofText(given, (text) => text.toLowerCase()),
  trim: (given) => ofText(given, (text) => text.trim()),
  startsWith: (given, part = null) => textOf(given).startsWith(textOf(part)),
  endsWith: (given, part = null) => textOf(given).endsWith(textOf(part)),
  /** The whole text; null matches nothing. */
  matches: (given, pattern) =>
    pattern instanceof RegExp &&
    given !== null &&
    new RegExp(`^(?:${pattern.source})$`, "u").test(textOf(given)),
  appendIfMissing: (given, suffix = null) =>
    ofText(given, (text) => (text.endsWith(textOf(suffix)) ? text : text + textOf(suffix))),
  pluralize: (given) => ofText(given, pluralized),
  /** What it says is in the debug log. */
  log: (...given) => {
    const value = given.at(-1) ?? null;
    const label = given
      .slice(0, -1)
      .map((each) => `${textOf(each)} - `)
      .join("");
    transaction().debug({ level: "DEBUG", text: `${label}${jsonText(value)}`, line: 0 });
    return value;
  },
  try: (work) => {
    if (typeof work !== "function") return lacking("try of what is no function");
    try {
      return new ObjectValue([pairOf("success", true), pairOf("result", work())]);
    } catch (error) {
      if (!(error instanceof ScriptFailure)) throw error;
      return new ObjectValue([
        pairOf("success", false),
        pairOf("error", new ObjectValue([pairOf("message", error.message)])),
      ]);
    }
  },
  orElse: (tried, instead = null) => {
    if (!(tried instanceof ObjectValue)) return lacking("orElse of what was not tried");
    if (tried.get("success") === true) return tried.get("result");
    return typeof instead === "function" ? instead() : instead;
  },
};

function applied(by: Value | undefined, ...given: readonly Value[]): Value {
  return typeof by === "function" ? by(...given) : lacking("an operator without a function");
}

function numberOf(value: number): ApexDecimal {
  return ApexDecimal.ofInteger(value);
}

function ofArray(
  items: Value | undefined,
  work: (items: readonly Value[]) => readonly Value[],
): Value {
  return isArray(items ?? null) ? work(items as readonly Value[]) : nullOr(items ?? null, "it");
}

function ofPairs(
  object: Value | undefined,
  work: (pairs: readonly Pair[]) => readonly Pair[],
): Value {
  return object instanceof ObjectValue
    ? new ObjectValue(work(object.pairs))
    : nullOr(object ?? null, "pairs");
}

function ofText(given: Value | undefined, work: (text: string) => string): Value {
  return given === null || given === undefined ? null : work(textOf(given));
}

/** Most functions give null for null. */
function nullOr(value: Value, what: string): null {
  return value === null ? null : lacking(`${what} of ${typeOf(value)}`);
}

function sizeOf(value: Value): number {
  if (value instanceof ObjectValue) return value.pairs.length;
  return isArray(value) ? value.length : textOf(value).length;
}
