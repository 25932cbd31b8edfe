/** CustomMetadata: one record of a custom metadata type, from `Type.Name.md-meta.xml`. */
import type { XmlElement } from "./xml.ts";
export interface CustomMetadataRecord {
    readonly file: string;
    /** `Stripe_Price__mdt`. */
    readonly object: string;
    readonly developerName: string;
    readonly label: string;
    readonly values: Readonly<Record<string, string | number | boolean | null>>;
}
export declare function readCustomMetadata(root: XmlElement, fullName: string, file: string): CustomMetadataRecord;
