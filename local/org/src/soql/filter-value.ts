import { ApexDate } from "../runtime/date.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import { ApexDouble } from "../runtime/double.ts";
import { toId18 } from "../runtime/id.ts";
import { ApexList } from "../runtime/list.ts";
import { ApexMap } from "../runtime/map.ts";
import { ApexSet } from "../runtime/set.ts";
import { SObjectValue } from "../runtime/sobject.ts";
import { ApexTime } from "../runtime/time.ts";
import type { QueryValue } from "../syntax/query.ts";
import { localDay, startOfDay } from "./calendar.ts";
import { type Comparable, comparable, type ComparisonKind } from "./comparison-kind.ts";
import { dateLiteralRange } from "./date-literal.ts";
import { malformed, QueryError } from "./query-error.ts";

/** The right-hand side of a comparison, made ready for the kind of its left-hand side. */
export type FilterValue =
  | { readonly kind: "scalar"; readonly value: Comparable }
  /** From start up to, not including, end: what a date literal stands for. */
  | { readonly kind: "range"; readonly start: number; readonly end: number };

/** What a filter value is read with. */
export interface FilterEnvironment {
  readonly binds: readonly unknown[];
  /** Epoch ms. */
  readonly now: number;
  readonly timeZone: string;
}

/** What the value is compared with: its name for messages, its kind. */
interface Compared {
  readonly name: string;
  readonly kind: ComparisonKind;
}

/** @throws QueryError when the value is not of the operand's type. */
export function filterValue(
  value: QueryValue<number>,
  compared: Compared,
  environment: FilterEnvironment,
): FilterValue {
  switch (value.kind) {
    case "null":
      return scalar(compared.kind === "boolean" ? false : null);
    case "boolean":
      if (compared.kind !== "boolean") throw wrongType(compared);
      return scalar(value.value);
    case "number":
      if (compared.kind !== "number") throw wrongType(compared);
      return scalar(comparable("number", ApexDecimal.parse(value.text)));
    case "string":
      return scalar(textValue(value.value, compared));
    case "date":
    case "datetime":
    case "time":
      return scalar(pointInTime(value, compared));
    case "dateLiteral":
      return dateRange(value.name, value.n, compared, environment);
    case "currency":
      if (compared.kind !== "number") throw wrongType(compared);
      return scalar(comparable("number", ApexDecimal.parse(value.amount)));
    case "bind":
      return scalar(bindValue(environment.binds[value.bind], compared));
    case "list":
    case "subquery":
      throw malformed(`bind variables only allowed in Apex code`);
  }
}

/** The elements of a bound List or Set, the keys of a Map; null for a bound single value. */
export function boundElements(bind: unknown): readonly unknown[] | null {
  const elements: readonly unknown[] | null =
    bind instanceof ApexList ? bind.items : bind instanceof ApexSet ? bind.values : null;
  if (elements !== null || !(bind instanceof ApexMap)) return elements;
  return Array.from(bind.entries(), ([key]: readonly [unknown, unknown]) => key);
}

/** A bound Apex value as the operand's kind compares. @throws QueryError when it is of another kind. */
export function bindValue(value: unknown, compared: Compared): Comparable {
  if (value === null || value === undefined) return compared.kind === "boolean" ? false : null;
  // A bound text that is no id is the id of no record; a written one is refused: ActionPlansV4, apex-rollup and my-org-butler ask for such.
  if (typeof value === "string")
    return compared.kind === "id" && toId18(value) === null && value !== ""
      ? value
      : textValue(value, compared);
  if (value instanceof SObjectValue) return bindValue(value.get("Id"), compared);
  if (compared.kind === "date" && value instanceof ApexDatetime) return value.dateGmt.days;
  if (compared.kind === "datetime" && value instanceof ApexDate) return value.epochMs;
  if (!isOfKind(value, compared.kind)) throw wrongType(compared);
  return comparable(compared.kind, value);
}

function isOfKind(
  value: unknown,
  kind: ComparisonKind,
): value is number | bigint | boolean | ApexDecimal {
  switch (kind) {
    case "number":
      return (
        typeof value === "number" ||
        typeof value === "bigint" ||
        value instanceof ApexDecimal ||
        value instanceof ApexDouble
      );
    case "boolean":
      return typeof value === "boolean";
    case "date":
      return value instanceof ApexDate;
    case "datetime":
      return value instanceof ApexDatetime;
    case "time":
      return value instanceof ApexTime;
    case "text":
    case "caseSensitiveText":
    case "id":
    case "multipicklist":
    case "unfilterable":
      return false;
  }
}

function scalar(value: Comparable): FilterValue {
  return { kind: "scalar", value };
}

function textValue(text: string, compared: Compared): Comparable {
  switch (compared.kind) {
    case "text":
    case "multipicklist":
      return text === "" ? null : text.toLowerCase();
    case "caseSensitiveText":
      return text === "" ? null : text;
    case "id": {
      if (text === "") return null;
      const id = toId18(text);
      if (id === null) throw new QueryError("INVALID_ID_FIELD", `invalid ID field: ${text}`);
      return id;
    }
    case "number":
    case "boolean":
    case "date":
    case "datetime":
    case "time":
    case "unfilterable":
      throw wrongType(compared);
  }
}

function pointInTime(
  value: { readonly kind: "date" | "datetime" | "time"; readonly text: string },
  compared: Compared,
): Comparable {
  if (value.kind !== compared.kind) throw wrongType(compared);
  const parsed = parsePointInTime(value);
  if (parsed === null) throw malformed(`Invalid ${value.kind}: ${value.text}`);
  return comparable(compared.kind, parsed);
}

function parsePointInTime(value: {
  readonly kind: "date" | "datetime" | "time";
  readonly text: string;
}): ApexDate | ApexDatetime | ApexTime | null {
  if (value.kind === "date") return ApexDate.parseIso(value.text);
  if (value.kind === "datetime") return ApexDatetime.parseIso(value.text);
  const inDay = ApexDatetime.parseIso(`1970-01-01T${value.text}`);
  return inDay === null ? null : new ApexTime(inDay.epochMs);
}

function dateRange(
  name: string,
  n: number | null,
  compared: Compared,
  environment: FilterEnvironment,
): FilterValue {
  const range = dateLiteralRange(name, n, localDay(environment.now, environment.timeZone));
  if (range === undefined) throw malformed(`unexpected token: '${name}'`);
  if (compared.kind === "date") return { kind: "range", ...range };
  if (compared.kind !== "datetime") throw wrongType(compared);
  return {
    kind: "range",
    start: startOfDay(range.start, environment.timeZone),
    end: startOfDay(range.end, environment.timeZone),
  };
}

const TYPE_NAMES: Readonly<Record<ComparisonKind, string>> = {
  text: "string",
  caseSensitiveText: "string",
  multipicklist: "string",
  id: "string",
  number: "double",
  boolean: "boolean",
  date: "date",
  datetime: "dateTime",
  time: "time",
  unfilterable: "string",
};

function wrongType(compared: Compared): QueryError {
  const quotes =
    TYPE_NAMES[compared.kind] === "string"
      ? "should be enclosed in quotes"
      : "should not be enclosed in quotes";
  return new QueryError(
    "INVALID_FIELD",
    `value of filter criterion for field '${compared.name}' must be of type ${TYPE_NAMES[compared.kind]} and ${quotes}`,
  );
}
