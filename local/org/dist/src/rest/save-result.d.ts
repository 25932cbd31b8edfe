/** Saves through the REST API: records as rows, platform events by publishing; outcomes in the API's shapes. */
import type { DmlOutcome } from "../runtime/host.ts";
import type { ApexException } from "../runtime/exception.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import { type RestContext } from "./context.ts";
import { RestError } from "./rest-error.ts";
export type RestDmlOperation = "insert" | "update" | "upsert" | "delete";
/**
 * One outcome per record; with allOrNone a failure undoes the others, whose outcome is then ALL_OR_NONE_OPERATION_ROLLED_BACK. Inside a
 * composite request that is a transaction as a whole, it is part of that one.
 */
export declare function save(context: RestContext, operation: RestDmlOperation, records: readonly SObjectValue[], options: {
    readonly allOrNone: boolean;
    readonly externalIdField?: string;
}): readonly DmlOutcome[];
/** `{id, success, errors}` of the collections and create resources. A published event carries OPERATION_ENQUEUED as an error of a success. */
export declare function saveResultJson(outcome: DmlOutcome, showCreated?: boolean): Record<string, unknown>;
/** The refusal of a single-record request. */
export declare function saveError(outcome: DmlOutcome): RestError;
/** An Apex exception that reaches the API unhandled. */
export declare function apexError(exception: ApexException): RestError;
