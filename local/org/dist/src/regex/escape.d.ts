/** Escapes that stand for one character. */
import type { PatternReader } from "./pattern-reader.ts";
/** After the backslash: the code point; null where the escape is something else (a class, a reference, an anchor). */
export declare function readCharacterEscape(reader: PatternReader): number | null;
