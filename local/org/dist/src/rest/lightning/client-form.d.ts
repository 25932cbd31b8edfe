import { type ClassDefinition, type FieldDefinition } from "../../runtime/object.ts";
export declare function clientForm(value: unknown): unknown;
/** Inherited members first. */
export declare function auraEnabledFields(definition: ClassDefinition): readonly FieldDefinition[];
