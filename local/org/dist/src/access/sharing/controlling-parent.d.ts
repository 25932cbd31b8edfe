/** Which records follow the access to another one, and how. */
import type { Schema, SObjectDescribe } from "../../schema/schema.ts";
import { type AccessLevel } from "./access-level.ts";
export interface ControllingParent {
    /** The lookup to the record that decides. */
    readonly field: string;
    /** The access to a record of somebody who has this access to its parent. */
    readonly follows: (parent: AccessLevel) => AccessLevel;
}
/**
 * Empty for an object with access of its own. A detail of two masters needs both.
 * Source: Salesforce Help, "Relationship Considerations", Many-to-Many.
 */
export declare function controllingParents(schema: Schema, describe: SObjectDescribe): readonly ControllingParent[];
