/** What belongs to one transaction. One runs at a time; `transaction()` is it. */
import type { ProjectClasses } from "./project-classes.ts";
import type { DebugLine, Host, RunningUser } from "./host.ts";
import { threadCpuMs } from "./thread-cpu.ts";
import { chargeTo } from "./heap/charge.ts";
import { TransactionHeap } from "./heap/transaction-heap.ts";
import { type LimitName, Limits } from "./limits.ts";
import type { SObjectValue } from "./sobject.ts";
import type { ApexList } from "./list.ts";
import type { ApexMap } from "./map.ts";
import type { TriggerEvent } from "../syntax/ast.ts";

/** As System.Quiddity names it. */
export type Quiddity =
  | "ANONYMOUS"
  | "AURA"
  | "BATCH_APEX"
  | "BATCH_ACS"
  | "FUTURE"
  | "INVOCABLE_ACTION"
  | "PLATFORM_EVENT_PUBLISH_CALLBACK"
  | "QUEUEABLE"
  | "REST"
  | "RUNTEST_ASYNC"
  | "RUNTEST_SYNC"
  | "SCHEDULED"
  | "SYNCHRONOUS"
  | "TRANSACTION_FINALIZER_QUEUEABLE"
  | "UNDEFINED";

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

export class Transaction {
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
  readonly triggers: TriggerContext[] = [];
  /** Anything a platform type keeps for the transaction (mocks, email lists, test state), by that module's own key. */
  readonly attachments = new Map<symbol, unknown>();
  /** Thread time at which its work began; what the org itself needed meanwhile is added. */
  cpuStartMs: number;
  readonly heap: TransactionHeap;
  /** Rows its queries looked at. */
  rowsExamined = 0;

  constructor(options: TransactionOptions) {
    this.host = options.host;
    this.classes = options.classes;
    this.user = options.user;
    this.quiddity = options.quiddity;
    this.isTest = options.isTest;
    this.requestId = options.requestId;
    this.debug = options.debug;
    this.statics = options.statics ?? [];
    this.limits = new Limits(isAsynchronous(options.quiddity), {
      ...ownLimits(options.quiddity),
      ...options.limits,
    });
    this.cpuStartMs = threadCpuMs();
    this.heap = new TransactionHeap({
      maximum: () => this.limits.maximum("heapSize"),
      roots: () => this.#heapRoots(),
      exceeded: (bytes) => this.limits.exceed("heapSize", bytes),
      uncounted: (work) => {
        const startMs = threadCpuMs();
        work();
        this.cpuStartMs += threadCpuMs() - startMs;
      },
    });
  }

  /** What Apex reaches without a variable of its own. */
  *#heapRoots(): Generator<unknown, void, undefined> {
    for (const record of this.statics) if (record !== undefined) yield* Object.values(record);
    for (const { newList, oldList, newMap, oldMap } of this.triggers)
      yield* [newList, oldList, newMap, oldMap];
  }

  get trigger(): TriggerContext | null {
    return this.triggers.at(-1) ?? null;
  }

  get isAsynchronous(): boolean {
    return isAsynchronous(this.quiddity);
  }

  attachment<T>(key: symbol, create: () => T): T {
    if (!this.attachments.has(key)) this.attachments.set(key, create());
    // Each key belongs to one module, which always asks for the same T.
    return this.attachments.get(key) as T;
  }
}

/** Source: Apex Developer Guide, "Execution Governors and Limits": no future calls from future and batch contexts; 50 million records of a batch's locator. */
function ownLimits(quiddity: Quiddity): Partial<Record<LimitName, number>> {
  if (quiddity === "BATCH_APEX") return { futureCalls: 0, queryLocatorRows: 50_000_000 };
  return quiddity === "FUTURE" ? { futureCalls: 0 } : {};
}

function isAsynchronous(quiddity: Quiddity): boolean {
  return [
    "BATCH_APEX",
    "BATCH_ACS",
    "FUTURE",
    "QUEUEABLE",
    "SCHEDULED",
    "TRANSACTION_FINALIZER_QUEUEABLE",
  ].includes(quiddity);
}

let current: Transaction | null = null;

export function transaction(): Transaction {
  if (current === null) throw new Error("No transaction is running");
  return current;
}

export function hasTransaction(): boolean {
  return current !== null;
}

/** Now, and the running user's time zone: what formulas and dates depend on. */
export function formulaMoment(): { readonly now: number; readonly timeZone: string } {
  const { host, user } = transaction();
  return { now: host.clock.now(), timeZone: user.timeZone };
}

export function isInTest(): boolean {
  return current?.isTest === true;
}

/** Runs `body` as the given transaction; a transaction inside another (a job inside a test) gives the outer one back afterwards. */
export function inTransaction<T>(of: Transaction, body: () => T): T {
  const outer = current;
  const outerAccount = chargeTo(of.heap);
  current = of;
  try {
    return body();
  } finally {
    current = outer;
    chargeTo(outerAccount);
  }
}
