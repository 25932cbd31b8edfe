import type { RestContext } from "../context.ts";
import type { RestResponse } from "../http.ts";
export declare function isApexRest(path: string): boolean;
export declare function apexRest(context: RestContext): RestResponse;
