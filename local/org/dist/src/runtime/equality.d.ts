import { SObjectValue } from "./sobject.ts";
/** A platform value that has an equality of its own (a Type, an SObjectType token, a UUID). */
export interface Comparable {
    /** The same text exactly for equal values, different between kinds. */
    readonly $identity: string;
}
export declare function hasIdentity(value: unknown): value is Comparable;
/** Strings of `==`: case does not matter. */
export declare function equalStrings(a: string | null, b: string | null): boolean;
/** Ids of `==`: 15 and 18 characters are the same record. */
export declare function equalIds(a: string | null, b: string | null): boolean;
/** Inside collections and records: strings by case, numbers by value. */
export declare function equalValues(a: unknown, b: unknown): boolean;
/** Records: the same object and the same field values. */
export declare function equalRecords(a: SObjectValue, b: SObjectValue): boolean;
/** Of the static type String and inside `Object == Object`: strings ignore case, everything else as in collections. */
export declare function equalOperands(a: unknown, b: unknown): boolean;
/** Two project objects, or a project object and anything: the project's own equals where it has one. */
export declare function equalObjects(a: unknown, b: unknown): boolean;
/** Of a project object with its own equals and hashCode; null for every other value. */
export declare function userHash(value: unknown): number | null;
/** A JavaScript Map key that equal values share. Strings and Integers are their own. */
export declare function hashKeyOf(value: unknown): unknown;
/** A number that stays with the object, for default hash codes and for keys of collections that hold it. */
export declare function identityOf(value: object): number;
