import { type TriggerAttempt } from "../../events/trigger-attempt.ts";
export declare const eventBusBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
/** EventBus.TriggerContext. */
export declare class EventTriggerContext {
    readonly attempt: TriggerAttempt;
    constructor(attempt: TriggerAttempt);
}
export declare const triggerContextBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
/** EventBus.TestBroker: what the running test published. */
export declare class TestBrokerValue {
    deliver(): void;
    fail(): void;
}
export declare const testBrokerBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const successResultBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const failureResultBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
