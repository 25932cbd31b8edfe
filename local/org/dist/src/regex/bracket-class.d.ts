import type { PatternFlags } from "./pattern-flags.ts";
import type { PatternReader } from "./pattern-reader.ts";
/** Here stands the opening bracket; gives a whole JavaScript class. */
export declare function readBracketClass(reader: PatternReader, flags: PatternFlags): string;
/** After the backslash: `d`, `W`, `p{…}`; null for anything else. Gives a whole class. */
export declare function readClassEscape(reader: PatternReader, flags: PatternFlags): string | null;
