import type { ObjectSettings } from "../metadata/custom-object.ts";
import type { ObjectMetadata } from "../metadata/project-metadata.ts";
import type { ChildRelationship, ObjectKind, SObjectDescribe } from "../schema.ts";
import { type FieldContext } from "./custom-field-describe.ts";
export interface CustomObjectContext {
    readonly keyPrefix: string | null;
    readonly hasTab: boolean;
    readonly hasCurrencies: boolean;
    readonly fields: FieldContext;
    /** Of the project's lookups to it. */
    readonly children: readonly ChildRelationship[];
}
export declare function kindOf(name: string, settings: ObjectSettings): ObjectKind;
/** An object that the project defines. */
export declare function customObjectDescribe(object: ObjectMetadata, settings: ObjectSettings, context: CustomObjectContext): SObjectDescribe;
