import { type RestContext } from "../context.ts";
import { type RestResponse } from "../http.ts";
/** `fields` refuses what cannot be read, `optionalFields` leaves it out; both are `Object.Path`. */
export declare function readUiRecord(context: RestContext): RestResponse;
export declare function createUiRecord(context: RestContext): RestResponse;
export declare function updateUiRecord(context: RestContext): RestResponse;
export declare function deleteUiRecord(context: RestContext): RestResponse;
