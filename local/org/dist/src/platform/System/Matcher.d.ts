import type { CompiledPattern, MatchSpans, Span } from "../../regex/compiled-pattern.ts";
type Search = "search" | "prefix" | "whole";
export declare class MatcherValue {
    #private;
    pattern: CompiledPattern;
    text: string;
    regionStart: number;
    regionEnd: number;
    hasAnchoringBounds: boolean;
    hasTransparentBounds: boolean;
    /** Null before any match and after a failed one. */
    spans: MatchSpans | null;
    hitEnd: boolean;
    constructor(pattern: CompiledPattern, text: string);
    reset(text?: string): this;
    region(start: number, end: number): this;
    usePattern(pattern: CompiledPattern): this;
    find(): boolean;
    match(kind: Search, from: number): boolean;
    /** Throws System.StringException where nothing has matched or there is no such group. */
    span(group: number): Span | null;
    toString(): string;
}
export declare const matcherBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export {};
