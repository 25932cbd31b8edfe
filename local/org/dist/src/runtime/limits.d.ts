export type LimitName = "queries" | "queryRows" | "aggregateQueries" | "queryLocatorRows" | "cursors" | "cursorRows" | "cursorFetches" | "soslQueries" | "dmlStatements" | "dmlRows" | "publishImmediateDml" | "callouts" | "futureCalls" | "queueableJobs" | "emailInvocations" | "mobilePushCalls" | "cpuTime" | "heapSize";
export declare class Limits {
    #private;
    readonly isAsynchronous: boolean;
    /** `overrides`: limits an org has of its own (certified packages, tests). */
    constructor(isAsynchronous: boolean, overrides?: Partial<Readonly<Record<LimitName, number>>>);
    maximum(name: LimitName): number;
    used(name: LimitName): number;
    /** Counts; over the limit throws System.LimitException, which Apex cannot catch. */
    spend(name: LimitName, amount?: number): void;
    /** For what is measured, not counted up: throws System.LimitException. */
    exceed(name: LimitName, used: number): never;
    record(name: LimitName, used: number): void;
}
