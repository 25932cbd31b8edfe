import type { ProjectMetadata } from "./metadata/project-metadata.ts";
import type { MetadataRecord, SObjectDescribe } from "./schema.ts";
export declare function metadataRecords(metadata: ProjectMetadata, object: (name: string) => SObjectDescribe | undefined): readonly MetadataRecord[];
