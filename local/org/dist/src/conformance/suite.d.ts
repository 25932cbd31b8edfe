export interface Suite {
    readonly name: string;
    /** `https://github.com/owner/name`. */
    readonly repository: string;
    /** 40 hex digits. */
    readonly commit: string;
    /** Folders of its clone that are read, as `org test --path` takes them. */
    readonly paths: readonly string[];
    /** How many test methods it has. */
    readonly tests: number;
    readonly failures: readonly ExpectedFailures[];
}
export interface ExpectedFailures {
    /** What the tests need and this org lacks, or what is not understood yet. */
    readonly reason: string;
    /** `Class.method`. */
    readonly tests: readonly string[];
}
/** Whatever the file says, it has this shape or is refused: an expectation that is not read expects nothing. */
export declare class SuiteError extends Error {
}
export declare function suiteNames(): readonly string[];
export declare function suiteFile(name: string): string;
/** @throws SuiteError where there is no such suite, or its file is not one. */
export declare function readSuite(name: string): Suite;
export declare function parseSuite(text: string, name: string): Omit<Suite, "name">;
