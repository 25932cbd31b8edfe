import type { PicklistValue } from "../schema.ts";
import type { XmlElement } from "./xml.ts";
export interface PicklistMetadata {
    readonly isRestricted: boolean;
    readonly controllingField: string | null;
    readonly values: {
        readonly kind: "own";
        readonly values: readonly PicklistValue[];
    } | {
        readonly kind: "global";
        readonly name: string;
    };
}
/** A field's picklist, as `valueSet` or in the form of before API version 38, `picklist`. null when it has neither. */
export declare function readPicklist(field: XmlElement): PicklistMetadata | null;
/** The values of a GlobalValueSet. */
export declare function readGlobalValues(root: XmlElement): readonly PicklistValue[];
