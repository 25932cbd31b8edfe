/** A text that is no Java pattern: what is wrong and where, as java.util.regex.PatternSyntaxException says it. */
export declare class PatternSyntaxError extends Error {
    readonly description: string;
    readonly index: number;
    constructor(description: string, index: number);
    /** `Unclosed group near index 4`, the pattern, and a caret under the place. */
    describe(pattern: string): string;
}
