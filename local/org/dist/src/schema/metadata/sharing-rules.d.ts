/** SharingRules of an object: owner-based and criteria-based. Source: Metadata API Developer Guide, "SharingRules". */
import type { SharingRule } from "../schema.ts";
import type { XmlElement } from "./xml.ts";
/** Rules for guests and territories share with nobody this org has. */
export declare function readSharingRules(root: XmlElement): readonly SharingRule[];
