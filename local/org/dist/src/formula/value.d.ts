/** The values formulas calculate with. An empty text is "", an empty anything else null. */
import { ApexDate } from "../runtime/date.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import { ApexTime } from "../runtime/time.ts";
/** A place on earth, in degrees. */
export declare class Geolocation {
    readonly latitude: number;
    readonly longitude: number;
    constructor(latitude: number, longitude: number);
}
export type FormulaValue = null | boolean | string | ApexDecimal | ApexDate | ApexDatetime | ApexTime | Geolocation;
/** As a formula's compiler tells types apart. */
export type FormulaKind = "number" | "text" | "boolean" | "date" | "datetime" | "time" | "location" | "picklist" | "multipicklist"
/** The literal NULL: fits everywhere. */
 | "null"
/** Not known before it is evaluated. */
 | "any";
/** What a formula cannot answer: a division by zero, the number of a text that is none. Shown as #Error! and read as empty. */
export declare class FormulaUndefined extends Error {
}
/** Without zeros at the end, never in scientific notation. */
export declare function plain(value: ApexDecimal): ApexDecimal;
/** @throws FormulaUndefined for NaN and infinity. */
export declare function numberOf(value: number): ApexDecimal;
export declare function isBlank(value: FormulaValue): boolean;
/** Text as TEXT() and & give it. */
export declare function textOf(value: FormulaValue): string;
/** Less than, equal or greater; null where one of them is empty. Texts are compared by character. */
export declare function compareValues(left: FormulaValue, right: FormulaValue): number | null;
