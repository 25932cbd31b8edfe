import type { RestRequest, RestResponse } from "../http.ts";
export declare function partRequest(outer: RestRequest, part: {
    readonly method: string;
    readonly url: string;
    readonly body: unknown;
    readonly headers: Readonly<Record<string, string>>;
}): RestRequest;
/** The answer's JSON with exact numbers; null where it has no body. */
export declare function partBody({ body }: RestResponse): unknown;
/** Parsed JSON with exact numbers, as `JSON.stringify` prints it again. */
export declare function printable(value: unknown): unknown;
export declare function textOf(value: Readonly<Record<string, unknown>>, name: string): string;
