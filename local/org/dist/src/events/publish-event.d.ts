import type { DmlContext } from "../dml/dml-context.ts";
import type { DmlError } from "../runtime/host.ts";
import type { ApexObject } from "../runtime/object.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import type { EventMessage } from "../async/event-message.ts";
export type PublishAttempt = {
    readonly kind: "accepted";
    readonly message: EventMessage;
} | {
    readonly kind: "refused";
    readonly errors: readonly DmlError[];
};
/** Checks an event's fields and makes it a message. An EventUuid that the publisher set is kept. */
export declare function publishAttempt(context: DmlContext, event: SObjectValue, callback: ApexObject | null): PublishAttempt;
/** What a successful publish carries: not a failure. Source: Platform Events Developer Guide, Publish Event Messages with Salesforce APIs. */
export declare function operationEnqueued(uuid: string): DmlError;
