/** java.util.regex.Pattern.split: an empty match at the very beginning splits nothing off. */
import type { CompiledPattern } from "./compiled-pattern.ts";
/** `limit` over 0: at most so many parts; 0: all, without the empty ones at the end; under 0: all. */
export declare function splitByPattern(text: string, compiled: CompiledPattern, limit: number): string[];
