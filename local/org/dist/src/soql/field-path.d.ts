import type { FieldDescribe, Schema, SObjectDescribe } from "../schema/schema.ts";
/** A field of an object or of one of its ancestors. */
export interface FieldPath {
    /** The lookup fields to follow, outermost first. */
    readonly steps: readonly FieldDescribe[];
    /** The field at the end. Behind a polymorphic lookup: that of the first object that has it. */
    readonly field: FieldDescribe;
    /** The object that has the field; "Name" behind a polymorphic lookup. */
    readonly object: string;
}
/** `FROM Contact c, c.Account a`: lower-cased alias → path from the object queried. */
export type Aliases = ReadonlyMap<string, readonly string[]>;
/** @throws QueryError for a relationship or a field that does not exist. */
export declare function resolveFieldPath(schema: Schema, describe: SObjectDescribe, path: readonly string[], aliases: Aliases): FieldPath;
export declare function describeOf(schema: Schema, name: string): SObjectDescribe;
/** `Owner.Type`: the API name of the object behind a polymorphic lookup. No object has it as a field. */
export declare const TYPE_OF_TARGET: FieldDescribe;
