/** What there is: API versions, the resources of a version, who the caller is. */
import type { RestContext } from "../context.ts";
import { type RestRequest, type RestResponse } from "../http.ts";
export declare function versions(): RestResponse;
export declare function isKnownVersion(version: string): boolean;
export declare function resources(context: RestContext): RestResponse;
export declare function identity(context: RestContext): RestResponse;
export declare function userInfo(request: RestRequest, { org, user }: RestContext): RestResponse;
