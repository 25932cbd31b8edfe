/**
 * Order and equality. With null a number or a point in time is neither less nor greater (NaN here: every comparison with it is
 * false); any text is greater than null.
 */
import type { ApexDate } from "../date.ts";
import type { ApexDatetime } from "../datetime.ts";
import type { ApexDecimal } from "../decimal.ts";
import type { ApexDouble } from "../double.ts";
import { equalIds, equalOperands, equalStrings } from "../equality.ts";
import type { ApexTime } from "../time.ts";

type Number32Or64 = number | bigint | null;

function compareTexts(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  const left = a.toLowerCase();
  const right = b.toLowerCase();
  return left < right ? -1 : left > right ? 1 : 0;
}

function difference(a: number | undefined, b: number | undefined): number {
  return a === undefined || b === undefined ? Number.NaN : a - b;
}

export const comparisonOperations = {
  isLess: (a: Number32Or64, b: Number32Or64): boolean => a !== null && b !== null && a < b,
  isLessOrEqual: (a: Number32Or64, b: Number32Or64): boolean => a !== null && b !== null && a <= b,
  isGreater: (a: Number32Or64, b: Number32Or64): boolean => a !== null && b !== null && a > b,
  isGreaterOrEqual: (a: Number32Or64, b: Number32Or64): boolean =>
    a !== null && b !== null && a >= b,
  compareDoubles: (a: ApexDouble | null, b: ApexDouble | null): number =>
    difference(a?.value, b?.value),
  compareDecimals: (a: ApexDecimal | null, b: ApexDecimal | null): number =>
    a === null || b === null ? Number.NaN : a.compare(b),
  compareStrings: compareTexts,
  compareIds: (a: string | null, b: string | null): number =>
    equalIds(a, b) ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1,
  compareDates: (a: ApexDate | null, b: ApexDate | null): number => difference(a?.days, b?.days),
  compareDatetimes: (a: ApexDatetime | null, b: ApexDatetime | null): number =>
    difference(a?.epochMs, b?.epochMs),
  compareTimes: (a: ApexTime | null, b: ApexTime | null): number => difference(a?.ms, b?.ms),
  equalStrings,
  equalIds,
  equalOperands,
  equalDoubles: (a: ApexDouble | null, b: ApexDouble | null): boolean => a?.value === b?.value,
  equalDecimals: (a: ApexDecimal | null, b: ApexDecimal | null): boolean =>
    a === null || b === null ? a === b : a.equals(b),
} as const;
