import { randomUUID } from "node:crypto";
import { hasTransaction, inTransaction, Transaction, transaction, } from "../runtime/transaction.js";
import { outboxOf, outermost, setOuter } from "./outbox.js";
/** Begins, commits and rolls back transactions. Inside a test nothing is durable: the test takes everything back at its end. */
export class TransactionRunner {
    parts;
    constructor(parts) {
        this.parts = parts;
    }
    /** Runs `work` as a transaction. A throw rolls it back and comes through. */
    run(user, quiddity, work) {
        const { store } = this.parts;
        const outer = hasTransaction() ? transaction() : null;
        const running = this.transaction(user, quiddity, outer?.isTest ?? false, outer);
        if (outer !== null)
            setOuter(running, outer);
        const mark = store.mark();
        let result;
        try {
            result = inTransaction(running, work);
        }
        catch (error) {
            store.rollbackTo(mark);
            throw error;
        }
        if (running.isTest)
            this.handToTest(running);
        else
            this.commit(running);
        return result;
    }
    /** Runs a test: whatever it did to the records, and what it left behind, is gone afterwards. */
    runTest(user, work) {
        return this.isolated(() => inTransaction(this.transaction(user, "RUNTEST_SYNC", true, null), work));
    }
    /** Runs a test class's @TestSetup: what it did stays, until what is around it takes it back. */
    runTestSetup(user, work) {
        inTransaction(this.transaction(user, "RUNTEST_SYNC", true, null), work);
    }
    /** Takes back what `work` does to the records: a test class's @TestSetup around its methods. */
    isolated(work) {
        const mark = this.parts.store.mark();
        try {
            return work();
        }
        finally {
            this.parts.store.rollbackTo(mark);
        }
    }
    transaction(user, quiddity, isTest, outer) {
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
    handToTest(running) {
        const test = outboxOf(outermost(running));
        const { events, jobs } = outboxOf(running);
        test.events.push(...events);
        test.jobs.push(...jobs);
    }
    commit(running) {
        this.makeDurable();
        this.parts.committed(outboxOf(running));
    }
    /** Makes everything done so far final: what transactions committed, and the rows of jobs between them. */
    makeDurable() {
        const { store, persistence } = this.parts;
        const changes = store.changesSince(0);
        if (changes.length > 0)
            persistence?.write(changes, store.sequences);
        store.forgetUndo();
    }
}
