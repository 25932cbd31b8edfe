import type { WrittenDeclaration } from "./declaration-notation.ts";
/** What has to change in a stub: members it lacks or has wrong, and members that do not exist. */
export interface Correction extends WrittenDeclaration {
    /** Names of members of the stub to leave out. */
    readonly without?: readonly string[];
    /** The stub calls it sealed, but it can be extended. */
    readonly open?: true;
}
/**
 * The stub with its correction. A member of the correction takes the place of the stub's member with the same name and
 * parameter types, and is added otherwise; constructors and supertypes replace the stub's as a whole. Constants come in
 * the correction's order, which gives their ordinals, then the stub's others.
 */
export declare function correct(stub: WrittenDeclaration | undefined, correction: Correction | undefined): WrittenDeclaration;
