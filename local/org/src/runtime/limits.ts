/** Governor limits of one transaction. Source: Apex Developer Guide, "Execution Governors and Limits". */
import { raise } from "./exception.ts";

export type LimitName =
  | "queries"
  | "queryRows"
  | "aggregateQueries"
  | "queryLocatorRows"
  | "cursors"
  | "cursorRows"
  | "paginationCursors"
  | "paginationCursorRows"
  | "cursorFetches"
  | "soslQueries"
  | "dmlStatements"
  | "dmlRows"
  | "publishImmediateDml"
  | "callouts"
  | "futureCalls"
  | "queueableJobs"
  | "emailInvocations"
  | "mobilePushCalls"
  | "cpuTime"
  | "heapSize";

const SYNCHRONOUS: Readonly<Record<LimitName, number>> = {
  queries: 100,
  queryRows: 50_000,
  aggregateQueries: 300,
  queryLocatorRows: 10_000,
  cursors: 10_000,
  cursorRows: 50_000_000,
  paginationCursors: 200_000,
  paginationCursorRows: 100_000,
  cursorFetches: 100,
  soslQueries: 20,
  dmlStatements: 150,
  dmlRows: 10_000,
  publishImmediateDml: 150,
  callouts: 100,
  futureCalls: 50,
  queueableJobs: 50,
  emailInvocations: 10,
  mobilePushCalls: 10,
  cpuTime: 10_000,
  heapSize: 6_000_000,
};

const ASYNCHRONOUS: Readonly<Record<LimitName, number>> = {
  ...SYNCHRONOUS,
  queries: 200,
  queueableJobs: 1,
  cpuTime: 60_000,
  heapSize: 12_000_000,
};

/** As LimitException says it: `Too many SOQL queries: 101`. */
const MESSAGES: Readonly<Record<LimitName, (used: number) => string>> = {
  queries: (used) => `Too many SOQL queries: ${used}`,
  queryRows: (used) => `Too many query rows: ${used}`,
  aggregateQueries: (used) => `Too many Aggregate queries: ${used}`,
  queryLocatorRows: (used) => `Too many query locator rows: ${used}`,
  cursors: (used) => `Too many Apex cursors: ${used}`,
  cursorRows: (used) => `Too many Apex cursor rows: ${used}`,
  paginationCursors: (used) => `Too many Apex pagination cursors: ${used}`,
  paginationCursorRows: (used) => `Too many Apex pagination cursor rows: ${used}`,
  cursorFetches: (used) => `Too many fetch calls on Apex cursor: ${used}`,
  soslQueries: (used) => `Too many SOSL queries: ${used}`,
  dmlStatements: (used) => `Too many DML statements: ${used}`,
  dmlRows: (used) => `Too many DML rows: ${used}`,
  publishImmediateDml: (used) => `Too many Publish Immediate DML: ${used}`,
  callouts: (used) => `Too many callouts: ${used}`,
  futureCalls: (used) => `Too many future calls: ${used}`,
  queueableJobs: (used) => `Too many queueable jobs added to the queue: ${used}`,
  emailInvocations: (used) => `Too many Email Invocations: ${used}`,
  mobilePushCalls: (used) => `Too many mobile push Apex calls: ${used}`,
  cpuTime: () => "Apex CPU time limit exceeded",
  heapSize: (used) => `Apex heap size too large: ${used}`,
};

export class Limits {
  readonly isAsynchronous: boolean;
  readonly #used = new Map<LimitName, number>();
  readonly #overrides: Partial<Readonly<Record<LimitName, number>>>;

  /** `overrides`: limits an org has of its own (certified packages, tests). */
  constructor(
    isAsynchronous: boolean,
    overrides: Partial<Readonly<Record<LimitName, number>>> = {},
  ) {
    this.isAsynchronous = isAsynchronous;
    this.#overrides = overrides;
  }

  maximum(name: LimitName): number {
    return this.#overrides[name] ?? (this.isAsynchronous ? ASYNCHRONOUS : SYNCHRONOUS)[name];
  }

  used(name: LimitName): number {
    return this.#used.get(name) ?? 0;
  }

  /** Counts; over the limit throws System.LimitException, which Apex cannot catch. */
  spend(name: LimitName, amount = 1): void {
    const used = this.used(name) + amount;
    this.#used.set(name, used);
    if (used > this.maximum(name)) raise("System.LimitException", MESSAGES[name](used));
  }

  /** For what is measured, not counted up: throws System.LimitException. */
  exceed(name: LimitName, used: number): never {
    this.#used.set(name, used);
    return raise("System.LimitException", MESSAGES[name](used));
  }

  record(name: LimitName, used: number): void {
    this.#used.set(name, used);
  }
}
