/** Conversions and casts; null passes through. */
import { ApexDate } from "../date.ts";
import { ApexDatetime } from "../datetime.ts";
import { ApexDecimal } from "../decimal.ts";
import { ApexDouble } from "../double.ts";
import { raise } from "../exception.ts";
import { toId18 } from "../id.ts";
import { ApexList } from "../list.ts";
import { ApexMap } from "../map.ts";
import { isInstance, runtimeTypeOf } from "../runtime-type-of.ts";
import { STUB_SUFFIX } from "../stub-name.ts";
import { transaction } from "../transaction.ts";
import { ApexTime } from "../time.ts";
import { listOf, OBJECT, shortTypeName, type RuntimeType } from "../type.ts";

const DAY_MS = 86_400_000;

/** Of Java's narrowing from double: saturating. */
function saturated(value: number): number {
  if (Number.isNaN(value)) return 0;
  return Math.max(-2_147_483_648, Math.min(2_147_483_647, Math.trunc(value)));
}

/** The value as that type; what is none of it raises. */
export function castable(value: unknown, type: RuntimeType): unknown {
  if (value === null || isInstance(value, type)) return widened(value, type);
  if (value instanceof ApexList && isOfSmallerNumbers(value, type))
    return widenElements(value, type);
  raise(
    "System.TypeException",
    `Invalid conversion from runtime type ${typeOfValue(value)} to ${conversionName(type)}`,
  );
}

const NUMBERS: readonly string[] = ["Integer", "Long", "Double", "Decimal"];

/** A `List<Integer>` can be cast to `List<Decimal>`, by the suite of PropicSignifi/Query.apex, though it is none. */
function isOfSmallerNumbers({ element }: ApexList, type: RuntimeType): boolean {
  if (element.kind !== "primitive" || type.kind !== "list" || type.element.kind !== "primitive")
    return false;
  const from = NUMBERS.indexOf(element.name);
  return from >= 0 && from < NUMBERS.indexOf(type.element.name);
}

/** Conversion errors call Object what the platform calls it inside. */
export function conversionName(type: RuntimeType): string {
  return shortTypeName(type).replace(/\bObject\b/g, "ANY");
}

/** Ids are texts here; one that an object of the org has is an Id for certain. */
export function typeOfValue(value: unknown): string {
  const isId =
    typeof value === "string" &&
    value.length === 18 &&
    toId18(value) === value &&
    transaction().host.schema.objectByKeyPrefix(value.slice(0, 3)) !== undefined;
  if (isId) return "Id";
  // A stub is called what it stands for: AmossTest_Asserts of bobalicious/amoss.
  return conversionName(runtimeTypeOf(value)).replace(STUB_SUFFIX, "");
}

/** An Object that holds a smaller number type becomes the larger one it is read as, and a Date the Datetime. */
export function widened(value: unknown, type: RuntimeType): unknown {
  if (type.kind !== "primitive") return value;
  switch (type.name) {
    case "Long":
      return typeof value === "number" ? BigInt(value) : value;
    case "Double":
      if (typeof value === "number" || typeof value === "bigint")
        return new ApexDouble(Number(value));
      return value instanceof ApexDecimal ? new ApexDouble(value.toNumber()) : value;
    case "Decimal":
      if (typeof value === "number" || typeof value === "bigint")
        return ApexDecimal.ofInteger(value);
      return value instanceof ApexDouble ? ApexDecimal.ofDouble(value.value) : value;
    case "Id":
      return typeof value === "string" ? toId18(value) : value;
    case "Datetime":
      return value instanceof ApexDate ? ApexDatetime.ofDate(value) : value;
    default:
      return value;
  }
}

function nullable<A extends object | number | bigint | string, B>(
  convert: (value: A) => B,
): (value: A | null) => B | null {
  return (value) => (value === null ? null : convert(value));
}

export const conversionOperations = {
  integerToLong: nullable((value: number) => BigInt(value)),
  integerToDouble: nullable((value: number) => new ApexDouble(value)),
  integerToDecimal: nullable((value: number) => ApexDecimal.ofInteger(value)),
  longToInteger: nullable((value: bigint) => Number(BigInt.asIntN(32, value))),
  longToDouble: nullable((value: bigint) => new ApexDouble(Number(value))),
  longToDecimal: nullable((value: bigint) => ApexDecimal.ofInteger(value)),
  doubleToInteger: nullable((value: ApexDouble) => saturated(value.value)),
  doubleToLong: nullable((value: ApexDouble) =>
    BigInt.asIntN(64, BigInt(Math.trunc(Number.isFinite(value.value) ? value.value : 0))),
  ),
  doubleToDecimal: nullable((value: ApexDouble) => ApexDecimal.ofDouble(value.value)),
  decimalToInteger: nullable((value: ApexDecimal) => Number(BigInt.asIntN(32, value.toBigInt()))),
  decimalToLong: nullable((value: ApexDecimal) => BigInt.asIntN(64, value.toBigInt())),
  decimalToDouble: nullable((value: ApexDecimal) => new ApexDouble(value.toNumber())),
  dateToDatetime: nullable((value: ApexDate) => ApexDatetime.ofDate(value)),
  widenElements,
  stringToId: nullable((value: string) => {
    const id = toId18(value);
    if (id === null) raise("System.StringException", `Invalid id: ${value}`);
    return id;
  }),
  cast: castable,
  unbox: castable,
  instanceOf: isInstance,
  singleRow,
  /** The same before `?.` and `??`. Source: Apex Developer Guide, Safe Navigation Operator, Null Coalescing Operator. */
  singleRowOrNull(rows: ApexList): unknown {
    return rows.size === 0 ? null : singleRow(rows);
  },
  /** Days; a Decimal is rounded down to whole ones. */
  moveDate: (date: ApexDate, days: number | bigint, sign: number): ApexDate =>
    date.addDays(sign * Number(days)),
  /** Days, fractions of them count. */
  moveDatetime: (
    at: ApexDatetime,
    days: number | bigint | ApexDecimal | ApexDouble,
    sign: number,
  ): ApexDatetime => at.addMs(sign * Math.round(numberOf(days) * DAY_MS)),
  /** Milliseconds. */
  moveTime: (time: ApexTime, ms: number | bigint, sign: number): ApexTime =>
    new ApexTime(time.ms + sign * Number(ms)),
} as const;

/**
 * The same elements as what they are read as. On Salesforce it is the same collection: here a change of it, which its other name would
 * have to see, is a gap.
 */
function widenElements(value: unknown, type: RuntimeType): unknown {
  if (value instanceof ApexList && type.kind === "list") {
    const copy = new ApexList(
      type.element,
      value.items.map((item) => widenElements(item, type.element)),
    );
    copy.isWidenedCopy = true;
    return copy;
  }
  if (value instanceof ApexList && type.kind === "platform")
    return widenElements(value, listOf(type.arguments[0] ?? OBJECT));
  if (value instanceof ApexMap && type.kind === "map") {
    const copy = new ApexMap(
      type.key,
      type.value,
      [...value.entries()].map(([key, held]) => [key, widenElements(held, type.value)] as const),
    );
    copy.isWidenedCopy = true;
    return copy;
  }
  return widened(value, type);
}

/** A query's rows where one record is wanted. */
function singleRow(rows: ApexList): unknown {
  if (rows.size === 1) return rows.get(0);
  raise(
    "System.QueryException",
    rows.size === 0
      ? "List has no rows for assignment to SObject"
      : "List has more than 1 row for assignment to SObject",
  );
}

function numberOf(value: number | bigint | ApexDecimal | ApexDouble): number {
  if (value instanceof ApexDecimal) return value.toNumber();
  return value instanceof ApexDouble ? value.value : Number(value);
}
