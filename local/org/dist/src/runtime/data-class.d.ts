import type { Behaviour } from "./behaviour.ts";
/** The behaviour of a constructor without parameters or of a property; undefined where the type is more than data. */
export declare function dataClassMember(owner: string, table: string, member: string): Behaviour | undefined;
/** A value of such a type with properties set, as a platform method answers it. */
export declare function newDataValue(typeName: string, properties: Readonly<Record<string, unknown>>): object;
