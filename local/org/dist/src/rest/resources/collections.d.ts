import { type RestContext } from "../context.ts";
import { type RestResponse } from "../http.ts";
export declare function createCollection(context: RestContext): RestResponse;
export declare function updateCollection(context: RestContext): RestResponse;
/** `/composite/sobjects/X/<external id field>`. */
export declare function upsertCollection(context: RestContext): RestResponse;
/** `/composite/sobjects/X?ids=…&fields=…`, or both in a body: one row per id, null for one that is not there. */
export declare function readCollection(context: RestContext): RestResponse;
/** `/composite/sobjects?ids=…&allOrNone=…`. */
export declare function deleteCollection(context: RestContext): RestResponse;
