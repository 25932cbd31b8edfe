import type { ObjectMetadata } from "../metadata/project-metadata.ts";
import type { ChildRelationship, Country, SObjectDescribe } from "../schema.ts";
import type { OrgFeature } from "../standard/curated-types.ts";
import type { StandardObject } from "../standard/standard-objects-types.ts";
import { type FieldContext } from "./custom-field-describe.ts";
import { type AddedReferences } from "./standard-field-describe.ts";
export interface StandardObjectContext {
    readonly keyPrefix: string | null;
    readonly features: ReadonlySet<OrgFeature>;
    readonly countries: readonly Country[];
    readonly addedReferences: AddedReferences;
    readonly fields: FieldContext;
    /** What the project adds to the object; tasks and events also have what it adds to Activity. */
    readonly additions: readonly ObjectMetadata[];
    /** Of the project's lookups to it. */
    readonly children: readonly ChildRelationship[];
}
/** An object of the platform, with what the project adds to it. */
export declare function standardObjectDescribe(object: StandardObject, context: StandardObjectContext): SObjectDescribe;
