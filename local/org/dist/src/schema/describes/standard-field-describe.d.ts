import type { FieldMetadata } from "../metadata/custom-field.ts";
import type { FieldDescribe } from "../schema.ts";
import type { OrgFeature } from "../standard/curated-types.ts";
import type { StandardField } from "../standard/standard-objects-types.ts";
/** Objects of the project that a polymorphic standard lookup can point to as well. */
export type AddedReferences = (object: string, field: string) => readonly string[];
/** null for a field that comes with a feature this org does not have. */
export declare function standardFieldDescribe(object: {
    readonly name: string;
    readonly nameField: string | null;
}, field: StandardField, features: ReadonlySet<OrgFeature>, addedReferences: AddedReferences, settings: FieldMetadata | undefined): FieldDescribe | null;
