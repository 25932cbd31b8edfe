import type { TransactionRunner } from "../async/transaction-runner.ts";
import { outboxOf, outermost } from "../async/outbox.ts";
import type { ApexTriggers } from "../dml/apex-triggers.ts";
import { contextOf } from "../dml/apex-triggers.ts";
import type { DmlContext } from "../dml/dml-context.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { raise } from "../runtime/exception.ts";
import type { DmlOutcome, EventAccess, RunningUser } from "../runtime/host.ts";
import { GapReached } from "../runtime/gap-reached.ts";
import { apexExceptionOf } from "../runtime/javascript-errors.ts";
import type { ApexObject } from "../runtime/object.ts";
import { SObjectValue } from "../runtime/sobject.ts";
import { isInTest, transaction } from "../runtime/transaction.ts";
import type { Schema, SObjectDescribe } from "../schema/schema.ts";
import type { RecordStore } from "../store/record-store.ts";
import type { EventMessage, StoredEvent } from "../async/event-message.ts";
import { notifyPublisher } from "./publish-callback.ts";
import { operationEnqueued, publishAttempt } from "./publish-event.ts";
import { Subscription } from "./subscription.ts";
import { setTriggerAttempt, type TriggerAttempt } from "./trigger-attempt.ts";

/** Source: Platform Events Developer Guide, Configure the User and Batch Size: the default, which is also the most. */
const DEFAULT_BATCH_SIZE = 2000;

interface Subscriber {
  readonly kind: "trigger" | "flow";
  readonly name: string;
}

/** Flows that events start. */
export interface EventFlowRunner {
  /** Names of those that an event of this object starts. */
  of(object: string): readonly string[];
  /** Runs one in the running transaction, for all of these events. */
  run(flow: string, events: readonly SObjectValue[]): void;
}

export interface EventBusParts {
  readonly schema: Schema;
  readonly store: RecordStore;
  readonly triggers: ApexTriggers;
  readonly flows: EventFlowRunner;
  readonly runner: TransactionRunner;
  dmlContext(): DmlContext;
  /** The Automated Process user, or the one with this username. */
  userNamed(username: string | null): RunningUser;
  /** Hears how many events came into the bus, outside of tests. */
  published(count: number): void;
  /** Tells of a batch that was skipped or a trigger that stopped. */
  log(line: string): void;
}

/** Publishes platform events and delivers them to the triggers and flows that subscribe to them. */
export class EventBus implements EventAccess {
  private readonly parts: EventBusParts;
  private readonly subscriptions = new Map<string, Subscription>();
  /** Accepted messages whose publisher is to be told. */
  private unreported: EventMessage[] = [];
  private repeats = 0;
  /** Of the running test, by its transaction: a test has a bus of its own. */
  private readonly testSubscriptions = new WeakMap<object, Map<string, Subscription>>();

  constructor(parts: EventBusParts) {
    this.parts = parts;
  }

  publish(events: readonly SObjectValue[], callback: ApexObject | null): readonly DmlOutcome[] {
    if (events.length === 0) return [];
    const running = transaction();
    const isImmediate = events[0]?.describe.publishBehavior === "PublishImmediately";
    running.limits.spend(isImmediate ? "publishImmediateDml" : "dmlStatements");
    const context = this.parts.dmlContext();
    return events.map((event): DmlOutcome => {
      if (event.describe.kind !== "platformEvent") {
        raise("System.UnexpectedException", `${event.objectName} is not a platform event`);
      }
      const attempt = publishAttempt(context, event, callback);
      if (attempt.kind === "refused")
        return { id: null, isSuccess: false, isCreated: false, errors: attempt.errors };
      this.take(attempt.message, isImmediate);
      const id = this.parts.store.mint(event.objectName);
      return {
        id,
        isSuccess: true,
        isCreated: true,
        errors: [operationEnqueued(attempt.message.uuid)],
      };
    });
  }

  /** Puts committed messages into the bus, in this order. */
  accept(messages: readonly EventMessage[]): void {
    this.parts.published(messages.length);
    for (const message of messages) this.spread(this.subscriptions, message);
    this.unreported.push(...messages.filter((message) => message.callback !== null));
  }

  get hasWork(): boolean {
    return (
      this.unreported.length > 0 ||
      [...this.subscriptions.values()].some((subscription) => subscription.hasWork)
    );
  }

  /** Tells publishers, then runs one batch of one trigger. */
  deliverNext(): void {
    const unreported = this.unreported;
    this.unreported = [];
    this.notify(unreported, "onSuccess");
    const next = [...this.subscriptions.values()].find((subscription) => subscription.hasWork);
    if (next !== undefined) this.runBatch(next);
  }

  /** The platform delivers at least once: the next batch that goes through comes again. */
  deliverNextBatchTwice(): void {
    this.repeats += 1;
  }

  deliverInTest(): void {
    const test = outermost(transaction());
    const outbox = outboxOf(test);
    const messages = outbox.events;
    outbox.events = [];
    const subscriptions = this.testSubscriptions.get(test) ?? new Map<string, Subscription>();
    this.testSubscriptions.set(test, subscriptions);
    for (const message of messages) this.spread(subscriptions, message);
    for (const subscription of subscriptions.values()) {
      const before = subscription.nextBatch().at(-1)?.replayId;
      if (before === undefined) continue;
      let retries = subscription.retries;
      while (subscription.hasWork) {
        this.runBatch(subscription);
        // A batch that asks to be retried waits for the next deliver().
        if (subscription.retries > retries) break;
        retries = subscription.retries;
      }
    }
    this.notify(messages, "onSuccess");
  }

  failInTest(): void {
    const outbox = outboxOf(outermost(transaction()));
    const messages = outbox.events;
    outbox.events = [];
    this.notify(messages, "onFailure");
  }

  private take(message: EventMessage, isImmediate: boolean): void {
    const running = transaction();
    if (!isImmediate) outboxOf(running).events.push(message);
    else if (running.isTest) outboxOf(outermost(running)).events.push({ ...message, isImmediate });
    else this.accept([message]);
  }

  private spread(subscriptions: Map<string, Subscription>, message: EventMessage): void {
    const stored: StoredEvent = {
      ...message,
      replayId: this.parts.store.count(`replay id ${message.object}`),
    };
    for (const { kind, name } of this.subscribersOf(message.object)) {
      const key = `${kind} ${name}`;
      const known =
        subscriptions.get(key) ??
        new Subscription(kind, name, message.object, ...this.settingsOf(name));
      subscriptions.set(key, known);
      known.add([stored]);
    }
  }

  private subscribersOf(object: string): readonly Subscriber[] {
    const triggers = this.parts.triggers.triggersOf(object, "after insert");
    return [
      ...triggers.map(({ name }) => ({ kind: "trigger" as const, name })),
      ...this.parts.flows.of(object).map((name) => ({ kind: "flow" as const, name })),
    ];
  }

  private settingsOf(trigger: string): readonly [batchSize: number, username: string | null] {
    const config = this.parts.schema.subscriberConfigs.get(trigger.toLowerCase());
    return [config?.batchSize ?? DEFAULT_BATCH_SIZE, config?.user ?? null];
  }

  /**
   * Brings what subscribes in line with triggers and settings that were edited: events that waited for a trigger that is gone are lost.
   * @param saved triggers that were saved: one that has stopped goes on
   */
  renew(saved: ReadonlySet<string>): void {
    for (const [key, subscription] of this.subscriptions) {
      const { kind, trigger: name, object } = subscription;
      const isThere = this.subscribersOf(object).some(
        (each) => each.kind === kind && each.name === name,
      );
      if (!isThere) this.subscriptions.delete(key);
      subscription.configure(...this.settingsOf(name));
      if (kind === "trigger" && saved.has(name)) subscription.resume();
    }
  }

  private runBatch(subscription: Subscription): void {
    const events = subscription.nextBatch();
    const last = events.at(-1);
    if (last === undefined) return;
    const attempt: TriggerAttempt = {
      retries: subscription.retries,
      lastError: subscription.lastError,
      checkpoint: null,
      replayIds: events.map((event) => event.replayId),
    };
    try {
      this.parts.runner.run(this.parts.userNamed(subscription.username), "SYNCHRONOUS", () => {
        this.runTrigger(subscription, events, attempt);
      });
      if (this.repeats > 0) {
        this.repeats -= 1;
        return;
      }
      subscription.doneUpTo(attempt.checkpoint?.replayId ?? last.replayId);
    } catch (thrown) {
      const exception = apexExceptionOf(thrown);
      if (exception === null) {
        // A test fails by it; an org that is served goes on.
        if (!(thrown instanceof GapReached) || isInTest()) throw thrown;
        this.parts.log(
          `${subscription.trigger}: ${events.length} events skipped: ${thrown.message}`,
        );
        subscription.doneUpTo(last.replayId);
        return;
      }
      if (exception.typeName === "EventBus.RetryableException") {
        subscription.retry(exception.message ?? "");
        if (subscription.isStopped)
          this.parts.log(
            `${subscription.trigger} has stopped after ${subscription.retries} attempts: ${exception.headline}`,
          );
        return;
      }
      this.parts.log(
        `${subscription.trigger}: ${events.length} events skipped: ${exception.headline}\n${exception.stackTraceText}`,
      );
      subscription.doneUpTo(last.replayId);
    }
  }

  /** An exception after a checkpoint ends the run there: what was done before the checkpoint is kept, the rest comes again. */
  private runTrigger(
    subscription: Subscription,
    events: readonly StoredEvent[],
    attempt: TriggerAttempt,
  ): void {
    const describe = this.parts.schema.object(subscription.object);
    if (describe === undefined) throw new Error(`no such event: ${subscription.object}`);
    setTriggerAttempt(transaction(), attempt);
    const newRecords = events.map((event) => eventRecord(describe, event));
    if (subscription.kind === "flow") {
      this.parts.flows.run(subscription.trigger, newRecords);
      return;
    }
    const context = contextOf(subscription.object, "after insert", {
      newRecords,
      oldRecords: null,
    });
    try {
      this.parts.triggers.runOne(subscription.trigger, {
        ...context,
        trigger: subscription.trigger,
      });
    } catch (thrown) {
      const exception = apexExceptionOf(thrown);
      const isRetry = exception?.typeName === "EventBus.RetryableException";
      if (attempt.checkpoint === null || exception === null || isRetry) throw thrown;
      this.parts.log(
        `${subscription.trigger} resumes after replay id ${attempt.checkpoint.replayId}: ${exception.headline}`,
      );
      this.parts.store.rollbackTo(attempt.checkpoint.mark);
      const outbox = outboxOf(transaction());
      outbox.events.length = attempt.checkpoint.messages;
      outbox.jobs.length = attempt.checkpoint.jobs;
    }
  }

  private notify(messages: readonly EventMessage[], moment: "onSuccess" | "onFailure"): void {
    const byCallback = new Map<ApexObject, string[]>();
    for (const { callback, uuid } of messages) {
      if (callback !== null) byCallback.set(callback, [...(byCallback.get(callback) ?? []), uuid]);
    }
    for (const [callback, uuids] of byCallback) {
      this.parts.runner.run(this.parts.userNamed(null), "PLATFORM_EVENT_PUBLISH_CALLBACK", () =>
        notifyPublisher(callback, moment, uuids),
      );
    }
  }
}

function eventRecord(describe: SObjectDescribe, event: StoredEvent): SObjectValue {
  const record = new SObjectValue(describe);
  for (const [name, value] of Object.entries(event.values)) record.values.set(name, value);
  record.values.set("ReplayId", String(event.replayId));
  record.values.set("EventUuid", event.uuid);
  record.values.set("CreatedDate", new ApexDatetime(event.publishedAt));
  record.values.set("CreatedById", event.publishedBy);
  record.isReadOnly = true;
  return record;
}
