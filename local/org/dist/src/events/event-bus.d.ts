import type { TransactionRunner } from "../async/transaction-runner.ts";
import type { ApexTriggers } from "../dml/apex-triggers.ts";
import type { DmlContext } from "../dml/dml-context.ts";
import type { DmlOutcome, EventAccess, RunningUser } from "../runtime/host.ts";
import type { ApexObject } from "../runtime/object.ts";
import { SObjectValue } from "../runtime/sobject.ts";
import type { Schema } from "../schema/schema.ts";
import type { RecordStore } from "../store/record-store.ts";
import type { EventMessage } from "../async/event-message.ts";
export interface EventBusParts {
    readonly schema: Schema;
    readonly store: RecordStore;
    readonly triggers: ApexTriggers;
    readonly runner: TransactionRunner;
    dmlContext(): DmlContext;
    /** The Automated Process user, or the one with this username. */
    userNamed(username: string | null): RunningUser;
    /** Tells of a batch that was skipped or a trigger that stopped. */
    log(line: string): void;
}
/** Publishes platform events and delivers them to the triggers that subscribe to them. */
export declare class EventBus implements EventAccess {
    private readonly parts;
    private readonly subscriptions;
    /** Accepted messages whose publisher is to be told. */
    private unreported;
    private repeats;
    /** Of the running test, by its transaction: a test has a bus of its own. */
    private readonly testSubscriptions;
    constructor(parts: EventBusParts);
    publish(events: readonly SObjectValue[], callback: ApexObject | null): readonly DmlOutcome[];
    /** Puts committed messages into the bus, in this order. */
    accept(messages: readonly EventMessage[]): void;
    get hasWork(): boolean;
    /** Tells publishers, then runs one batch of one trigger. */
    deliverNext(): void;
    /** The platform delivers at least once: the next batch that goes through comes again. */
    deliverNextBatchTwice(): void;
    deliverInTest(): void;
    failInTest(): void;
    private take;
    private spread;
    private subscribe;
    private runBatch;
    /** An exception after a checkpoint ends the run there: what was done before the checkpoint is kept, the rest comes again. */
    private runTrigger;
    private notify;
}
