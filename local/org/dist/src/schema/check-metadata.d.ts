/** What a deploy of the metadata would be refused for. */
import type { Diagnostic } from "../syntax/diagnostic.ts";
import type { ProjectMetadata } from "./metadata/project-metadata.ts";
import type { SObjectDescribe } from "./schema.ts";
export declare function checkMetadata(metadata: ProjectMetadata, isObject: (name: string) => boolean, object: (name: string) => SObjectDescribe | undefined): readonly Diagnostic[];
