import type { Position } from "../syntax/ast.ts";
import type { Diagnostic } from "../syntax/diagnostic.ts";
/** @throws always, to the nearest {@link Report.attempt} */
export declare function fail(at: Position, message: string): never;
/** @throws always, to the nearest {@link Report.attempt}: Salesforce would accept this */
export declare function failAsGap(at: Position, what: string): never;
/** The diagnostics of one file. */
export declare class Report {
    #private;
    readonly file: string;
    constructor(file: string);
    get diagnostics(): readonly Diagnostic[];
    /** What was bound is whole: at most it meets a gap when it runs. */
    get isRunnable(): boolean;
    error(at: Position, message: string): void;
    /** The place itself is bound: it fails when it runs. */
    gap(at: Position, what: string): void;
    /**
     * The value of `action`, or null after reporting why there is none. A gap is left to the nearest {@link attemptOrGap} around, so
     * that what runs into it says so.
     */
    attempt<T>(action: () => T): T | null;
    /** As {@link attempt}; `instead` makes what stands in the place of a gap. */
    attemptOrGap<T>(action: () => T, instead: (at: Position, message: string) => T): T | null;
}
