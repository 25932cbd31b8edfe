/** DuplicateRule and MatchingRules. Source: Metadata API Developer Guide, "DuplicateRule", "MatchingRule". */
import type { DuplicateRule, MatchingRule } from "../schema.ts";
import type { Notice } from "./project-metadata.ts";
import type { XmlElement } from "./xml.ts";
export interface MatchingRuleMetadata extends MatchingRule {
    readonly name: string;
    readonly object: string;
}
export interface DuplicateRuleMetadata {
    readonly rule: Omit<DuplicateRule, "matchings">;
    readonly object: string;
    /** Names of matching rules. */
    readonly matchingRules: readonly string[];
}
export declare function readMatchingRules(root: XmlElement, object: string, file: string, notices: Notice[]): readonly MatchingRuleMetadata[];
/**
 * @param name object and rule: `Contact.Same_Email`
 */
export declare function readDuplicateRule(root: XmlElement, name: string, file: string, notices: Notice[]): readonly DuplicateRuleMetadata[];
/** Rules with the matching rules they name; one that names none does nothing. */
export declare function duplicateRules(rules: readonly DuplicateRuleMetadata[], matchings: readonly MatchingRuleMetadata[]): ReadonlyMap<string, readonly DuplicateRule[]>;
