import { type RestContext } from "../context.ts";
import { type RestResponse } from "../http.ts";
export declare function isApexAction(path: string): boolean;
export declare function apexAction(context: RestContext): RestResponse;
