/** `/tooling/executeAnonymous/?anonymousBody=`. Source: Tooling API Developer Guide, "REST Resources", executeAnonymous. */
import type { AnonymousOutcome } from "../../org/apex-access.ts";
import type { RestContext } from "../context.ts";
import { type RestResponse } from "../http.ts";
export declare function executeAnonymous(context: RestContext): RestResponse;
export interface AnonymousResult {
    readonly line: number;
    readonly column: number;
    readonly compiled: boolean;
    readonly success: boolean;
    readonly compileProblem: string | null;
    readonly exceptionMessage: string | null;
    readonly exceptionStackTrace: string | null;
}
export declare function anonymousResult(outcome: AnonymousOutcome): AnonymousResult;
