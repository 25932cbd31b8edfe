/** The schema of an org into which the projects at some paths were deployed. */
import type { Diagnostic } from "../syntax/diagnostic.ts";
import type { ApexSource, Notice, ProjectMetadata } from "./metadata/project-metadata.ts";
import type { Schema } from "./schema.ts";
import type { OrgFeature } from "./standard/curated-types.ts";
export interface LoadedSchema {
    readonly schema: Schema;
    /** The classes and triggers, for the compiler. */
    readonly apex: readonly ApexSource[];
    readonly sourceApiVersion: string | null;
    /** All that was read, with what the schema has no place for: profiles, roles, remote sites. */
    readonly metadata: ProjectMetadata;
    readonly notices: readonly Notice[];
    readonly diagnostics: readonly Diagnostic[];
}
/**
 * @param paths projects, or folders or files of source
 * @throws ProjectPathError when a path cannot be loaded at all
 */
export declare function loadSchema(paths: readonly string[], features?: ReadonlySet<OrgFeature>): LoadedSchema;
