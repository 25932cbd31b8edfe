import type { CompiledPattern, MatchSpans } from "./compiled-pattern.ts";
/** The replacement for one match. Throws System.StringException for a reference to a group that is not there. */
export declare function expandReplacement(replacement: string, compiled: CompiledPattern, text: string, spans: MatchSpans): string;
/** String.replaceAll and replaceFirst. */
export declare function replaceMatches(text: string, compiled: CompiledPattern, replacement: string, isFirstOnly: boolean): string;
/** Every match in turn; after an empty one the search goes on behind the next character. */
export declare function matchesIn(text: string, compiled: CompiledPattern): Generator<MatchSpans, void, undefined>;
