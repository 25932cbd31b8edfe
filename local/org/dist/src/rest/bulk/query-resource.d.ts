import type { RestContext } from "../context.ts";
import { type RestResponse } from "../http.ts";
export declare function createJob(context: RestContext): RestResponse;
export declare function listJobs({ bulk }: RestContext): RestResponse;
export declare function readJob(context: RestContext): RestResponse;
export declare function changeJob(context: RestContext): RestResponse;
export declare function deleteJob(context: RestContext): RestResponse;
/** `?maxRecords=…&locator=…`; the header `Sforce-Locator` says where to go on, `null` at the end. */
export declare function results(context: RestContext): RestResponse;
