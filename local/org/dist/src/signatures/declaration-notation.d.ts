import type { PlatformType, TypeRef } from "./catalog-types.ts";
/**
 * How a platform type is kept on file: members are written as they would be declared in Apex, without their bodies
 * ("static Integer countMatches(String substring)"), so that a change of the generated files can be reviewed.
 * What is absent is empty or false.
 */
export interface WrittenDeclaration {
    readonly kind?: "interface" | "enum";
    readonly abstract?: true;
    /** Cannot be extended: it has no constructor that Apex may call. */
    readonly sealed?: true;
    readonly of?: readonly string[];
    readonly extends?: string;
    readonly implements?: readonly string[];
    /** Parameter lists. */
    readonly constructors?: readonly string[];
    readonly methods?: readonly string[];
    readonly fields?: readonly string[];
    readonly constants?: readonly string[];
}
/** @throws Error when a member is not written in the notation */
export declare function readDeclaration(name: string, namespace: string, written: WrittenDeclaration, innerTypes: readonly string[]): PlatformType;
export declare function readTypeRef(text: string): TypeRef;
/** The inverse of {@link readTypeRef}; also how a type is spelled in a message. */
export declare function writeTypeRef({ name, args }: TypeRef): string;
