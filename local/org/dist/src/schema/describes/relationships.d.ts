/** Which lookups point to an object, over the whole project. */
import type { ObjectMetadata, ProjectMetadata } from "../metadata/project-metadata.ts";
import type { ChildRelationship } from "../schema.ts";
/** By the object pointed to. */
export type ProjectChildren = ReadonlyMap<string, readonly ChildRelationship[]>;
export declare function projectChildren(metadata: ProjectMetadata): ProjectChildren;
export declare function standardChildren(object: ObjectMetadata): readonly ChildRelationship[];
/** Records that everybody may edit, and details, are not shared one by one. */
export declare function hasShares(object: ObjectMetadata): boolean;
/** The custom objects that a polymorphic standard lookup takes as well. */
export declare function addedReferences(metadata: ProjectMetadata): (object: string, field: string) => readonly string[];
