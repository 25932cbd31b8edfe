export declare class GapReached extends Error {
    /** Where, as Apex prints a stack trace. Asked once, before anything else reads `stack`. */
    get apexStack(): string;
}
