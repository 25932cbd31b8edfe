import type { HttpRequestValue } from "./http-request.ts";
import { HttpResponseValue } from "./http-response.ts";
/** A platform mock, such as StaticResourceCalloutMock. */
export interface HttpResponder {
    respond(request: HttpRequestValue): HttpResponseValue;
}
export declare function sendHttp(request: HttpRequestValue): HttpResponseValue;
