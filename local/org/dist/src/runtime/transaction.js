import { threadCpuMs } from "./thread-cpu.js";
import { chargeTo } from "./heap/charge.js";
import { TransactionHeap } from "./heap/transaction-heap.js";
import { Limits } from "./limits.js";
export class Transaction {
    host;
    classes;
    /** Changed by System.runAs for the length of its block. */
    user;
    quiddity;
    isTest;
    requestId;
    debug;
    /** Test.startTest gives a fresh one until Test.stopTest. */
    limits;
    /** Statics of each class, by the class's number. */
    statics;
    triggers = [];
    /** Anything a platform type keeps for the transaction (mocks, email lists, test state), by that module's own key. */
    attachments = new Map();
    /** Thread time at which its work began; what the org itself needed meanwhile is added. */
    cpuStartMs;
    heap;
    constructor(options) {
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
    *#heapRoots() {
        for (const record of this.statics)
            if (record !== undefined)
                yield* Object.values(record);
        for (const { newList, oldList, newMap, oldMap } of this.triggers)
            yield* [newList, oldList, newMap, oldMap];
    }
    get trigger() {
        return this.triggers.at(-1) ?? null;
    }
    get isAsynchronous() {
        return isAsynchronous(this.quiddity);
    }
    attachment(key, create) {
        if (!this.attachments.has(key))
            this.attachments.set(key, create());
        // Each key belongs to one module, which always asks for the same T.
        return this.attachments.get(key);
    }
}
/** Source: Apex Developer Guide, "Execution Governors and Limits": no future calls from future and batch contexts. */
function ownLimits(quiddity) {
    return quiddity === "FUTURE" || quiddity === "BATCH_APEX" ? { futureCalls: 0 } : {};
}
function isAsynchronous(quiddity) {
    return [
        "BATCH_APEX",
        "BATCH_ACS",
        "FUTURE",
        "QUEUEABLE",
        "SCHEDULED",
        "TRANSACTION_FINALIZER_QUEUEABLE",
    ].includes(quiddity);
}
let current = null;
export function transaction() {
    if (current === null)
        throw new Error("No transaction is running");
    return current;
}
export function hasTransaction() {
    return current !== null;
}
/** Now, and the running user's time zone: what formulas and dates depend on. */
export function formulaMoment() {
    const { host, user } = transaction();
    return { now: host.clock.now(), timeZone: user.timeZone };
}
export function isInTest() {
    return current?.isTest === true;
}
/** Runs `body` as the given transaction; a transaction inside another (a job inside a test) gives the outer one back afterwards. */
export function inTransaction(of, body) {
    const outer = current;
    const outerAccount = chargeTo(of.heap);
    current = of;
    try {
        return body();
    }
    finally {
        current = outer;
        chargeTo(outerAccount);
    }
}
