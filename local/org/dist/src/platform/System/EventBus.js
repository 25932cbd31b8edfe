/** System.EventBus and the EventBus namespace. Source: Apex Reference, "EventBus Namespace"; Platform Events Developer Guide. */
import { outboxOf } from "../../async/outbox.js";
import { PublishFailure, PublishSuccess } from "../../events/publish-callback.js";
import { triggerAttempt } from "../../events/trigger-attempt.js";
import { raise } from "../../runtime/exception.js";
import { ApexList } from "../../runtime/list.js";
import { recordsOf } from "../../runtime/operations/org.js";
import { transaction } from "../../runtime/transaction.js";
import { platformTypeNamed } from "../../runtime/type.js";
import { platformType } from "../../runtime/behaviour.js";
import { SaveResultValue } from "../Database/Results.js";
import { required } from "../required.js";
function publish(target, callback = null) {
    const results = transaction()
        .host.events.publish(recordsOf(target), callback)
        .map((outcome) => new SaveResultValue(outcome));
    return target instanceof ApexList
        ? new ApexList(platformTypeNamed("Database.SaveResult"), results)
        : results[0];
}
export const eventBusBehaviour = platformType({
    type: "System.EventBus",
    statics: {
        publish,
        getOperationId: (result) => required(result).outcome.errors.find((error) => error.statusCode === "OPERATION_ENQUEUED")
            ?.message ?? null,
    },
});
/** EventBus.TriggerContext. */
export class EventTriggerContext {
    attempt;
    constructor(attempt) {
        this.attempt = attempt;
    }
}
/** Outside an event trigger the context is there and says nothing. */
const NO_ATTEMPT = { retries: 0, lastError: null, checkpoint: null, replayIds: [] };
function setResumeCheckpoint({ attempt }, replayId) {
    const running = transaction();
    const number = Number(required(replayId));
    if (!attempt.replayIds.includes(number)) {
        raise("EventBus.InvalidReplayIdException", `The replay ID ${String(replayId)} is not one of the events in the current batch.`);
    }
    const { events, jobs } = outboxOf(running);
    attempt.checkpoint = {
        replayId: number,
        mark: running.host.data.currentMark(),
        messages: events.length,
        jobs: jobs.length,
    };
}
export const triggerContextBehaviour = platformType({
    type: "EventBus.TriggerContext",
    implementation: EventTriggerContext,
    statics: {
        currentContext: () => new EventTriggerContext(triggerAttempt(transaction()) ?? NO_ATTEMPT),
    },
    methods: {
        getResumeCheckpoint: ({ attempt }) => attempt.checkpoint === null ? null : String(attempt.checkpoint.replayId),
        setResumeCheckpoint,
    },
    getters: {
        retries: ({ attempt }) => attempt.retries,
        lastError: ({ attempt }) => attempt.lastError,
    },
});
/** EventBus.TestBroker: what the running test published. */
export class TestBrokerValue {
    deliver() {
        transaction().host.events.deliverInTest();
    }
    fail() {
        transaction().host.events.failInTest();
    }
}
export const testBrokerBehaviour = platformType({
    type: "EventBus.TestBroker",
    implementation: TestBrokerValue,
    methods: {
        deliver: (broker) => broker.deliver(),
        fail: (broker) => broker.fail(),
    },
});
export const successResultBehaviour = platformType({
    type: "EventBus.SuccessResult",
    implementation: PublishSuccess,
    methods: { getEventUuids: (result) => result.getEventUuids() },
});
export const failureResultBehaviour = platformType({
    type: "EventBus.FailureResult",
    implementation: PublishFailure,
    methods: { getEventUuids: (result) => result.getEventUuids() },
});
