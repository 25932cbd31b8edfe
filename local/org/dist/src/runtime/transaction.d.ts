/** What belongs to one transaction. One runs at a time; `transaction()` is it. */
import type { ProjectClasses } from "./project-classes.ts";
import type { DebugLine, Host, RunningUser } from "./host.ts";
import { TransactionHeap } from "./heap/transaction-heap.ts";
import { type LimitName, Limits } from "./limits.ts";
import type { SObjectValue } from "./sobject.ts";
import type { ApexList } from "./list.ts";
import type { ApexMap } from "./map.ts";
import type { TriggerEvent } from "../syntax/ast.ts";
/** As System.Quiddity names it. */
export type Quiddity = "ANONYMOUS" | "AURA" | "BATCH_APEX" | "BATCH_ACS" | "FUTURE" | "INVOCABLE_ACTION" | "PLATFORM_EVENT_PUBLISH_CALLBACK" | "QUEUEABLE" | "REST" | "RUNTEST_ASYNC" | "RUNTEST_SYNC" | "SCHEDULED" | "SYNCHRONOUS" | "TRANSACTION_FINALIZER_QUEUEABLE" | "UNDEFINED";
/** One running trigger. */
export interface TriggerContext {
    readonly trigger: string;
    readonly object: string;
    readonly event: TriggerEvent;
    readonly newList: ApexList<SObjectValue> | null;
    readonly oldList: ApexList<SObjectValue> | null;
    readonly newMap: ApexMap<string, SObjectValue> | null;
    readonly oldMap: ApexMap<string, SObjectValue> | null;
    readonly size: number;
}
export interface TransactionOptions {
    readonly host: Host;
    readonly classes: ProjectClasses;
    readonly user: RunningUser;
    readonly quiddity: Quiddity;
    readonly isTest: boolean;
    readonly requestId: string;
    readonly debug: (line: DebugLine) => void;
    /** Where they differ from the platform's. */
    readonly limits?: Partial<Readonly<Record<LimitName, number>>>;
    /** The statics to go on with: a test's jobs see and change those of the test. */
    readonly statics?: (object | undefined)[];
}
export declare class Transaction {
    #private;
    readonly host: Host;
    readonly classes: ProjectClasses;
    /** Changed by System.runAs for the length of its block. */
    user: RunningUser;
    readonly quiddity: Quiddity;
    readonly isTest: boolean;
    readonly requestId: string;
    readonly debug: (line: DebugLine) => void;
    /** Test.startTest gives a fresh one until Test.stopTest. */
    limits: Limits;
    /** Statics of each class, by the class's number. */
    readonly statics: (object | undefined)[];
    readonly triggers: TriggerContext[];
    /** Anything a platform type keeps for the transaction (mocks, email lists, test state), by that module's own key. */
    readonly attachments: Map<symbol, unknown>;
    /** Thread time at which its work began; what the org itself needed meanwhile is added. */
    cpuStartMs: number;
    readonly heap: TransactionHeap;
    constructor(options: TransactionOptions);
    get trigger(): TriggerContext | null;
    get isAsynchronous(): boolean;
    attachment<T>(key: symbol, create: () => T): T;
}
export declare function transaction(): Transaction;
export declare function hasTransaction(): boolean;
/** Now, and the running user's time zone: what formulas and dates depend on. */
export declare function formulaMoment(): {
    readonly now: number;
    readonly timeZone: string;
};
export declare function isInTest(): boolean;
/** Runs `body` as the given transaction; a transaction inside another (a job inside a test) gives the outer one back afterwards. */
export declare function inTransaction<T>(of: Transaction, body: () => T): T;
