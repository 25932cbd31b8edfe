import type { FieldMetadata } from "../metadata/custom-field.ts";
import type { FieldDescribe, PicklistValue } from "../schema.ts";
/** What a field's describe depends on beside its own metadata. */
export interface FieldContext {
    readonly object: string;
    globalValues(name: string): readonly PicklistValue[];
    /** The type, precision and scale of a roll-up's result. */
    summaryType(field: FieldMetadata): Pick<FieldDescribe, "type" | "precision" | "scale">;
}
export declare function isFieldType(type: string): boolean;
/** A geolocation field brings the fields of its coordinates with it. */
export declare function customFieldDescribes(metadata: FieldMetadata, context: FieldContext): readonly FieldDescribe[];
