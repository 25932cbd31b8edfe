/** System.EventBus and the EventBus namespace. Source: Apex Reference, "EventBus Namespace"; Platform Events Developer Guide. */
import { outboxOf } from "../../async/outbox.ts";
import { PublishFailure, PublishSuccess } from "../../events/publish-callback.ts";
import { type TriggerAttempt, triggerAttempt } from "../../events/trigger-attempt.ts";
import { raise } from "../../runtime/exception.ts";
import { ApexList } from "../../runtime/list.ts";
import type { ApexObject } from "../../runtime/object.ts";
import { recordsOf } from "../../runtime/operations/org.ts";
import { transaction } from "../../runtime/transaction.ts";
import { platformTypeNamed } from "../../runtime/type.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { SaveResultValue } from "../Database/Results.ts";
import { required } from "../required.ts";

function publish(target: unknown, callback: ApexObject | null = null): unknown {
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
    getOperationId: (result: SaveResultValue) =>
      required(result).outcome.errors.find((error) => error.statusCode === "OPERATION_ENQUEUED")
        ?.message ?? null,
  },
});

/** EventBus.TriggerContext. */
export class EventTriggerContext {
  readonly attempt: TriggerAttempt;

  constructor(attempt: TriggerAttempt) {
    this.attempt = attempt;
  }
}

/** Outside an event trigger the context is there and says nothing. */
const NO_ATTEMPT: TriggerAttempt = { retries: 0, lastError: null, checkpoint: null, replayIds: [] };

function setResumeCheckpoint({ attempt }: EventTriggerContext, replayId: string | null): void {
  const running = transaction();
  const number = Number(required(replayId));
  if (!attempt.replayIds.includes(number)) {
    raise(
      "EventBus.InvalidReplayIdException",
      `The replay ID ${String(replayId)} is not one of the events in the current batch.`,
    );
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
    getResumeCheckpoint: ({ attempt }: EventTriggerContext) =>
      attempt.checkpoint === null ? null : String(attempt.checkpoint.replayId),
    setResumeCheckpoint,
  },
  getters: {
    retries: ({ attempt }: EventTriggerContext) => attempt.retries,
    lastError: ({ attempt }: EventTriggerContext) => attempt.lastError,
  },
});

/** EventBus.TestBroker: what the running test published. */
export class TestBrokerValue {
  deliver(): void {
    transaction().host.events.deliverInTest();
  }

  fail(): void {
    transaction().host.events.failInTest();
  }
}

export const testBrokerBehaviour = platformType({
  type: "EventBus.TestBroker",
  implementation: TestBrokerValue,
  methods: {
    deliver: (broker: TestBrokerValue) => broker.deliver(),
    fail: (broker: TestBrokerValue) => broker.fail(),
  },
});

export const successResultBehaviour = platformType({
  type: "EventBus.SuccessResult",
  implementation: PublishSuccess,
  methods: { getEventUuids: (result: PublishSuccess) => result.getEventUuids() },
});

export const failureResultBehaviour = platformType({
  type: "EventBus.FailureResult",
  implementation: PublishFailure,
  methods: { getEventUuids: (result: PublishFailure) => result.getEventUuids() },
});
