import type { Correction } from "./correction.ts";
/** With the page that tells: of the Apex Reference Guide unless it names another work. */
interface SourcedCorrection extends Correction {
    readonly source: string;
}
/** By namespace, then by the type's name in it. */
type Corrections = Readonly<Record<string, Readonly<Record<string, SourcedCorrection>>>>;
/**
 * What the stubs of API version 65 lack or have wrong, by the Apex Reference Guide at API version 66; where it is silent on a signature, by
 * the same project's stubs of API version 67 (github.com/apex-dev-tools/standard-types).
 */
export declare const CORRECTIONS: Corrections;
export {};
