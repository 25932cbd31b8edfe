import type { RestRequest } from "./http.ts";
/** @throws RestError JSON_PARSER_ERROR */
export declare function bodyValue({ body }: RestRequest): unknown;
/** @throws RestError JSON_PARSER_ERROR also for what is no object */
export declare function bodyObject(request: RestRequest): Record<string, unknown>;
