import type { ProjectMetadata } from "./metadata/project-metadata.ts";
import type { Schema } from "./schema.ts";
import type { OrgFeature } from "./standard/curated-types.ts";
export type Describes = Pick<Schema, "object" | "objectNames" | "objectByKeyPrefix">;
export declare function describesOf(metadata: ProjectMetadata, features: ReadonlySet<OrgFeature>): Describes;
