import type { RunningUser } from "../../runtime/host.ts";
import type { RestApiParts } from "../context.ts";
import type { RestRequest, RestResponse } from "../http.ts";
export declare function isSoap({ path, method }: RestRequest): boolean;
export declare function soap(request: RestRequest, parts: RestApiParts, userOf: (sessionId: string | undefined) => RunningUser): RestResponse;
