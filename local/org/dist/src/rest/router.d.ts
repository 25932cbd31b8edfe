import type { RestApiParts } from "./context.ts";
import { type RestRequest, type RestResponse } from "./http.ts";
export interface RestApi {
    handle(request: RestRequest): RestResponse;
}
export declare function restApi(parts: RestApiParts): RestApi;
