/** `/composite`: up to 25 requests in one, each may use what earlier ones answered. Source: REST API Developer Guide, "Composite". */
import type { RestContext } from "../context.ts";
import { type RestResponse } from "../http.ts";
export interface PartAnswer {
    /** Parsed, with exact numbers. */
    readonly body: unknown;
    readonly httpHeaders: Readonly<Record<string, string>>;
    readonly httpStatusCode: number;
    readonly referenceId: string;
}
export declare function composite(context: RestContext): RestResponse;
export declare function shown(answer: PartAnswer): unknown;
/** @throws RestError for what is no list of parts with reference ids of their own */
export declare function partsOf(given: unknown, most: number): readonly Record<string, unknown>[];
/** A part that fails undoes all of them; the others then say PROCESSING_HALTED. */
export declare function allOrNothing({ org, user, ...rest }: RestContext, parts: readonly Record<string, unknown>[]): readonly PartAnswer[];
