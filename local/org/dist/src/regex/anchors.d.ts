import type { PatternFlags } from "./pattern-flags.ts";
export declare const LINE_END = "(?:\\r\\n|[\\n\\r\\u0085\\u2028\\u2029])";
export declare function dot(flags: PatternFlags): string;
/** In a multi-line pattern also after a line terminator that does not end the input. */
export declare function lineStart(flags: PatternFlags): string;
export declare function lineEnd(flags: PatternFlags): string;
/** The end, or before a line terminator that ends the input. */
export declare function finalTerminator(flags: PatternFlags): string;
