import type { SObjectValue } from "../runtime/sobject.ts";
import { FieldToken } from "../runtime/tokens.ts";
import type { FieldDescribe } from "../schema/schema.ts";
/** What a field can be named by. */
export type FieldName = string | FieldToken | null;
/** The field that a name or token means on a record. @throws SObjectException "Invalid field x for Account" */
export declare function fieldOf(record: SObjectValue, name: FieldName): FieldDescribe;
/** The canonical relationship name that a relationship, its lookup field or its token means. */
export declare function parentRelationshipOf(record: SObjectValue, name: FieldName): string;
/**
 * A value of type Object as the field holds it: numbers widen, text becomes an id where it is one.
 * @throws SObjectException "Illegal assignment from String to Decimal"
 */
export declare function assignable(field: FieldDescribe, value: unknown): unknown;
