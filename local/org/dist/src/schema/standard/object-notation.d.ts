import type { StandardObject } from "./standard-objects-types.ts";
/**
 * How a standard object is kept on file: names apart by a space, rows by a comma, so that an object costs nothing to load
 * until somebody asks for it.
 */
export interface WrittenObject {
    /** By Apex type, the names of the fields that are not lookups. */
    readonly fields: Readonly<Record<string, string>>;
    /** Rows of: field, relationship name, the objects it points to. */
    readonly lookups?: string;
    /** Rows of: relationship name, child object, the child's field. */
    readonly children?: string;
}
/** @throws Error when a row lacks a part */
export declare function readObject(name: string, written: WrittenObject): StandardObject;
export declare function writeObject({ fields, childRelationships }: StandardObject): WrittenObject;
/** `Id` first, the others by name. */
export declare function byName(a: {
    readonly name: string;
}, b: {
    readonly name: string;
}): number;
