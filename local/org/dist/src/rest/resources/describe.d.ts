import { type RestContext } from "../context.ts";
import { type RestResponse } from "../http.ts";
export declare function describeGlobal(context: RestContext): RestResponse;
export declare function describeBasic(context: RestContext): RestResponse;
export declare function describeObject(context: RestContext): RestResponse;
