import type { PlainValue } from "./plain-type.ts";
export interface RestExchange {
    /** A System.RestRequest. */
    request: PlainValue | null;
    /** A System.RestResponse. */
    response: PlainValue | null;
}
export declare function restExchange(): RestExchange;
