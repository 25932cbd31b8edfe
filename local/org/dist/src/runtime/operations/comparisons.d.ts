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
declare function compareTexts(a: string | null, b: string | null): number;
export declare const comparisonOperations: {
    readonly isLess: (a: Number32Or64, b: Number32Or64) => boolean;
    readonly isLessOrEqual: (a: Number32Or64, b: Number32Or64) => boolean;
    readonly isGreater: (a: Number32Or64, b: Number32Or64) => boolean;
    readonly isGreaterOrEqual: (a: Number32Or64, b: Number32Or64) => boolean;
    readonly compareDoubles: (a: ApexDouble | null, b: ApexDouble | null) => number;
    readonly compareDecimals: (a: ApexDecimal | null, b: ApexDecimal | null) => number;
    readonly compareStrings: typeof compareTexts;
    readonly compareIds: (a: string | null, b: string | null) => number;
    readonly compareDates: (a: ApexDate | null, b: ApexDate | null) => number;
    readonly compareDatetimes: (a: ApexDatetime | null, b: ApexDatetime | null) => number;
    readonly compareTimes: (a: ApexTime | null, b: ApexTime | null) => number;
    readonly equalStrings: typeof equalStrings;
    readonly equalIds: typeof equalIds;
    readonly equalOperands: typeof equalOperands;
    readonly equalDoubles: (a: ApexDouble | null, b: ApexDouble | null) => boolean;
    readonly equalDecimals: (a: ApexDecimal | null, b: ApexDecimal | null) => boolean;
};
export {};
