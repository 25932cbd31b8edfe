import type { LocalSymbol } from "../types/symbols.ts";
/** The local variables visible at a place. */
export declare class Scope {
    #private;
    constructor(outer?: Scope | null);
    /** False when the name is taken: Apex lets no inner block redeclare a variable of an outer one. */
    declare(local: LocalSymbol): boolean;
    find(name: string): LocalSymbol | undefined;
}
