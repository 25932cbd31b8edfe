import { randomUUID } from "node:crypto";
import type { DebugLine, Host, RunningUser } from "../runtime/host.ts";
import type { ProjectClasses } from "../runtime/project-classes.ts";
import {
  hasTransaction,
  inTransaction,
  type Quiddity,
  Transaction,
  transaction,
} from "../runtime/transaction.ts";
import type { PersistentRecords } from "../store/persistence.ts";
import type { RecordStore } from "../store/record-store.ts";
import { threadCpuMs } from "../runtime/thread-cpu.ts";
import { type Outbox, outboxOf, outermost, setOuter } from "./outbox.ts";
import type { TransactionUsage } from "./transaction-usage.ts";

export interface TransactionRunnerParts {
  readonly host: Host;
  readonly classes: ProjectClasses;
  readonly store: RecordStore;
  /** null: the records live in memory. */
  readonly persistence: PersistentRecords | null;
  readonly debug: (
    line: DebugLine,
    transaction: { readonly requestId: string; readonly quiddity: Quiddity },
  ) => void;
  /** Takes what a committed transaction left behind. Not called in tests. */
  readonly committed: (outbox: Outbox) => void;
  /** Hears of every transaction that has ended. Not called in tests. */
  readonly ended: (usage: TransactionUsage) => void;
}

/** Begins, commits and rolls back transactions. Inside a test nothing is durable: the test takes everything back at its end. */
export class TransactionRunner {
  private readonly parts: TransactionRunnerParts;

  constructor(parts: TransactionRunnerParts) {
    this.parts = parts;
  }

  /**
   * Runs `work` as a transaction. A throw rolls it back and comes through.
   * @param entryPoint the class of a job; empty for what is no job
   */
  run<T>(user: RunningUser, quiddity: Quiddity, work: () => T, entryPoint = ""): T {
    const { store } = this.parts;
    const startedMs = performance.now();
    const outer = hasTransaction() ? transaction() : null;
    const running = this.transaction(user, quiddity, outer?.isTest ?? false, outer);
    if (outer !== null) setOuter(running, outer);
    const mark = store.mark();
    let result: T;
    try {
      result = inTransaction(running, work);
    } catch (error) {
      store.rollbackTo(mark);
      this.end(running, { entryPoint, startedMs, isCommitted: false });
      throw error;
    }
    if (running.isTest) this.handToTest(running);
    else this.commit(running);
    this.end(running, { entryPoint, startedMs, isCommitted: true });
    return result;
  }

  /** Runs a test: whatever it did to the records, and what it left behind, is gone afterwards. */
  runTest<T>(user: RunningUser, work: () => T): T {
    return this.isolated(() =>
      inTransaction(this.transaction(user, "RUNTEST_SYNC", true, null), work),
    );
  }

  /** Runs a test class's @TestSetup: what it did stays, until what is around it takes it back. */
  runTestSetup(user: RunningUser, work: () => void): void {
    inTransaction(this.transaction(user, "RUNTEST_SYNC", true, null), work);
  }

  /**
   * Runs a test class, its @TestSetup around its methods. Records are as before afterwards, and ids and auto-numbers go on where they
   * stood: no class can tell which others ran before it, or in another org. Source, for auto-numbers: Salesforce Help, "Apex Test Execution
   * Options", Independent Auto-Number Sequence.
   */
  runTestClass<T>(work: () => T): T {
    const giveBackNumbers = this.parts.store.keepNumbers();
    try {
      return this.isolated(work);
    } finally {
      giveBackNumbers();
    }
  }

  /** Takes back what `work` does to the records. */
  isolated<T>(work: () => T): T {
    const mark = this.parts.store.mark();
    try {
      return work();
    } finally {
      this.parts.store.rollbackTo(mark);
    }
  }

  private transaction(
    user: RunningUser,
    quiddity: Quiddity,
    isTest: boolean,
    outer: Transaction | null,
  ): Transaction {
    const requestId = randomUUID();
    return new Transaction({
      host: this.parts.host,
      classes: this.parts.classes,
      user,
      quiddity,
      isTest,
      requestId,
      debug: (line) => this.parts.debug(line, { requestId, quiddity }),
      // On the platform a test and the jobs it waits for share their statics.
      ...(outer?.isTest === true ? { statics: outer.statics } : {}),
    });
  }

  private handToTest(running: Transaction): void {
    const test = outboxOf(outermost(running));
    const { events, jobs } = outboxOf(running);
    test.events.push(...events);
    test.jobs.push(...jobs);
  }

  private end(
    { limits, heap, quiddity, isTest, cpuStartMs, rowsExamined }: Transaction,
    { startedMs, ...rest }: { startedMs: number; entryPoint: string; isCommitted: boolean },
  ): void {
    if (isTest) return;
    this.parts.ended({
      ...rest,
      quiddity,
      limits,
      rowsExamined,
      cpuMs: threadCpuMs() - cpuStartMs,
      heapBytes: heap.known,
      wallMs: performance.now() - startedMs,
    });
  }

  private commit(running: Transaction): void {
    this.makeDurable();
    this.parts.committed(outboxOf(running));
  }

  /** Makes everything done so far final: what transactions committed, and the rows of jobs between them. */
  makeDurable(): void {
    const { store, persistence } = this.parts;
    if (persistence !== null) {
      const changes = store.changesSince(0);
      if (changes.length > 0) persistence.write(changes, store.sequences);
    }
    store.forgetUndo();
  }
}
