import type { DebugLine, Host, RunningUser } from "../runtime/host.ts";
import type { ProjectClasses } from "../runtime/project-classes.ts";
import { type Quiddity } from "../runtime/transaction.ts";
import type { PersistentRecords } from "../store/persistence.ts";
import type { RecordStore } from "../store/record-store.ts";
import { type Outbox } from "./outbox.ts";
export interface TransactionRunnerParts {
    readonly host: Host;
    readonly classes: ProjectClasses;
    readonly store: RecordStore;
    /** null: the records live in memory. */
    readonly persistence: PersistentRecords | null;
    readonly debug: (line: DebugLine, transaction: {
        readonly requestId: string;
        readonly quiddity: Quiddity;
    }) => void;
    /** Takes what a committed transaction left behind. Not called in tests. */
    readonly committed: (outbox: Outbox) => void;
}
/** Begins, commits and rolls back transactions. Inside a test nothing is durable: the test takes everything back at its end. */
export declare class TransactionRunner {
    private readonly parts;
    constructor(parts: TransactionRunnerParts);
    /** Runs `work` as a transaction. A throw rolls it back and comes through. */
    run<T>(user: RunningUser, quiddity: Quiddity, work: () => T): T;
    /** Runs a test: whatever it did to the records, and what it left behind, is gone afterwards. */
    runTest<T>(user: RunningUser, work: () => T): T;
    /** Runs a test class's @TestSetup: what it did stays, until what is around it takes it back. */
    runTestSetup(user: RunningUser, work: () => void): void;
    /** Takes back what `work` does to the records: a test class's @TestSetup around its methods. */
    isolated<T>(work: () => T): T;
    private transaction;
    private handToTest;
    private commit;
    /** Makes everything done so far final: what transactions committed, and the rows of jobs between them. */
    makeDurable(): void;
}
