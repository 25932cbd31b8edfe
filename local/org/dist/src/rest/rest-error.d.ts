import { type RestResponse } from "./http.ts";
/**
 * A refusal in the REST API's own shape: an array of `{message, errorCode, fields?}`.
 * Source: REST API Developer Guide, "Status Codes and Error Responses".
 */
export declare class RestError extends Error {
    readonly status: number;
    readonly errorCode: string;
    readonly fields: readonly string[] | undefined;
    constructor(status: number, errorCode: string, message: string, fields?: readonly string[]);
    toResponse(): RestResponse;
}
export declare function notFound(): RestError;
export declare function methodNotAllowed(method: string, allowed: readonly string[]): RestError;
export declare function malformedJson(detail: string): RestError;
