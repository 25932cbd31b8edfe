/** `/jobs/ingest`: Bulk API 2.0. Source: Bulk API 2.0 and Bulk API Developer Guide, "Bulk API 2.0 Ingest". */
import type { RestContext } from "../context.ts";
import { type RestResponse } from "../http.ts";
/** A JSON body; or a multipart one that brings the rows along, which are then processed at once. */
export declare function createJob(context: RestContext): RestResponse;
export declare function listJobs({ bulk }: RestContext): RestResponse;
export declare function readJob(context: RestContext): RestResponse;
export declare function uploadData(context: RestContext): RestResponse;
export declare function changeJob(context: RestContext): RestResponse;
export declare function deleteJob(context: RestContext): RestResponse;
export declare function successfulResults(context: RestContext): RestResponse;
export declare function failedResults(context: RestContext): RestResponse;
export declare function unprocessedRecords(context: RestContext): RestResponse;
