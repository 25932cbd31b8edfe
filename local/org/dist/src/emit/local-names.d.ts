/** JavaScript names of Apex locals. Apex has no shadowing among locals of a function, so the name itself is nearly always free. */
import type { LocalSymbol } from "../types/symbols.ts";
export declare function localNameOf(symbol: LocalSymbol): string;
