import { type Translation } from "./translation.ts";
/** Where a pattern matched: offsets into the text, by group; null for a group that took no part. The whole match first. */
export type MatchSpans = readonly [Span, ...(Span | null)[]];
export type Span = readonly [start: number, end: number];
export declare class CompiledPattern {
    #private;
    /** As written in Java. */
    readonly pattern: string;
    readonly groupCount: number;
    readonly names: ReadonlyMap<string, number>;
    constructor(pattern: string, translation: Translation);
    /** The first match at or after `from`. */
    search(text: string, from: number): MatchSpans | null;
    /** A match that begins at `from`. */
    prefix(text: string, from: number): MatchSpans | null;
    /** A match of the whole rest from `from`. */
    whole(text: string, from: number): MatchSpans | null;
}
/** Throws System.StringException for a text that is no pattern. */
export declare function compilePattern(pattern: string): CompiledPattern;
