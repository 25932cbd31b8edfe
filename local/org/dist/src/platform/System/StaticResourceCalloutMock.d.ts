import type { HttpRequestValue } from "../callouts/http-request.ts";
import { HttpResponseValue } from "../callouts/http-response.ts";
import type { HttpResponder } from "../callouts/send.ts";
declare class ResourceMock {
    readonly headers: Map<string, string>;
    status: string | null;
    statusCode: number;
    answer(resource: string): HttpResponseValue;
}
export declare class StaticResourceCalloutMockValue extends ResourceMock implements HttpResponder {
    resource: string | null;
    respond(): HttpResponseValue;
}
export declare class MultiStaticResourceCalloutMockValue extends ResourceMock implements HttpResponder {
    /** By endpoint. */
    readonly resources: Map<string, string>;
    respond(request: HttpRequestValue): HttpResponseValue;
}
export declare const staticResourceCalloutMockBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const multiStaticResourceCalloutMockBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export {};
