export declare class PatternReader {
    readonly text: string;
    at: number;
    constructor(text: string);
    get isDone(): boolean;
    /** The character here, or "" at the end. A surrogate pair is one. */
    get current(): string;
    take(): string;
    startsWith(text: string): boolean;
    /** Moves past the text where it stands here. */
    skip(text: string): boolean;
    /** What a sticky expression finds here, moved past. */
    match(expression: RegExp): RegExpExecArray | null;
    /** White space and `# …` of the comments flag. */
    skipComments(): void;
    fail(description: string, index?: number): never;
}
