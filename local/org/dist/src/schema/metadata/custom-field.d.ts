/** CustomField: Metadata API Developer Guide, "CustomField". */
import type { RollupSummary } from "../schema.ts";
import { type PicklistMetadata } from "./picklist.ts";
import type { XmlElement } from "./xml.ts";
export interface FieldMetadata {
    readonly name: string;
    /** Text, Number, Lookup …; null for a standard field of which only some settings are given. */
    readonly type: string | null;
    readonly label: string | null;
    readonly length: number | null;
    readonly precision: number | null;
    readonly scale: number | null;
    readonly isRequired: boolean;
    readonly isUnique: boolean;
    readonly isCaseSensitive: boolean;
    readonly isExternalId: boolean;
    readonly isHistoryTracked: boolean;
    readonly formula: string | null;
    readonly treatBlanksAsZero: boolean;
    readonly defaultValue: string | null;
    readonly referenceTo: readonly string[];
    /** The name of the list on the parent, without `__r`. */
    readonly childRelationshipName: string | null;
    readonly deleteConstraint: "Cascade" | "Restrict" | "SetNull" | null;
    readonly isReparentable: boolean;
    readonly writeRequiresMasterRead: boolean;
    readonly displayFormat: string | null;
    readonly picklist: PicklistMetadata | null;
    readonly summary: RollupSummary | null;
    readonly inlineHelpText: string | null;
    readonly description: string | null;
}
export declare function readField(field: XmlElement, name: string): FieldMetadata;
