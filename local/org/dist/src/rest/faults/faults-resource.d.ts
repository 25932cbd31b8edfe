/**
 * `/_local/faults`: GET lists, POST adds, DELETE clears one or all. For the person at this machine: it asks for no session, and refuses
 * what a web page sends.
 */
import { type RestRequest, type RestResponse } from "../http.ts";
import type { RestApiParts } from "../context.ts";
export declare const FAULTS_PATH = "/_local/faults";
export declare function isFaultsRequest({ path }: RestRequest): boolean;
export declare function answerFaults(request: RestRequest, parts: RestApiParts): RestResponse;
