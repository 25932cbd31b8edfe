import { type RestContext } from "../context.ts";
import { type RestResponse } from "../http.ts";
export declare function createRow(context: RestContext): RestResponse;
export declare function readRow(context: RestContext): RestResponse;
export declare function readRowByExternalId(context: RestContext): RestResponse;
export declare function updateRow(context: RestContext): RestResponse;
/** 201 for a new record, 200 for a changed one; both with the save result since API 46. */
export declare function upsertRow(context: RestContext): RestResponse;
export declare function deleteRow(context: RestContext): RestResponse;
