import type { RestContext } from "../context.ts";
import { type RestResponse } from "../http.ts";
export declare function runTestsAsynchronous(context: RestContext): RestResponse;
