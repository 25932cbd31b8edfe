/** Conversions and casts; null passes through. */
import { ApexDate } from "../date.ts";
import { ApexDatetime } from "../datetime.ts";
import { ApexDecimal } from "../decimal.ts";
import { ApexDouble } from "../double.ts";
import type { ApexList } from "../list.ts";
import { isInstance } from "../runtime-type-of.ts";
import { ApexTime } from "../time.ts";
import { type RuntimeType } from "../type.ts";
declare function castable(value: unknown, type: RuntimeType): unknown;
export declare const conversionOperations: {
    readonly integerToLong: (value: number | null) => bigint | null;
    readonly integerToDouble: (value: number | null) => ApexDouble | null;
    readonly integerToDecimal: (value: number | null) => ApexDecimal | null;
    readonly longToInteger: (value: bigint | null) => number | null;
    readonly longToDouble: (value: bigint | null) => ApexDouble | null;
    readonly longToDecimal: (value: bigint | null) => ApexDecimal | null;
    readonly doubleToInteger: (value: ApexDouble | null) => number | null;
    readonly doubleToLong: (value: ApexDouble | null) => bigint | null;
    readonly doubleToDecimal: (value: ApexDouble | null) => ApexDecimal | null;
    readonly decimalToInteger: (value: ApexDecimal | null) => number | null;
    readonly decimalToLong: (value: ApexDecimal | null) => bigint | null;
    readonly decimalToDouble: (value: ApexDecimal | null) => ApexDouble | null;
    readonly dateToDatetime: (value: ApexDate | null) => ApexDatetime | null;
    readonly stringToId: (value: string | null) => string | null;
    readonly cast: typeof castable;
    readonly unbox: typeof castable;
    readonly instanceOf: typeof isInstance;
    readonly singleRow: typeof singleRow;
    /** The same before `?.` and `??`. Source: Apex Developer Guide, Safe Navigation Operator, Null Coalescing Operator. */
    readonly singleRowOrNull: (rows: ApexList) => unknown;
    /** Days; a Decimal is rounded down to whole ones. */
    readonly moveDate: (date: ApexDate, days: number | bigint, sign: number) => ApexDate;
    /** Days, fractions of them count. */
    readonly moveDatetime: (at: ApexDatetime, days: number | bigint | ApexDecimal | ApexDouble, sign: number) => ApexDatetime;
    /** Milliseconds. */
    readonly moveTime: (time: ApexTime, ms: number | bigint, sign: number) => ApexTime;
};
/** A query's rows where one record is wanted. */
declare function singleRow(rows: ApexList): unknown;
export {};
