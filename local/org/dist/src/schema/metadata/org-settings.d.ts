import type { ProjectMetadata } from "./project-metadata.ts";
/** Whether the settings of that name have an effect here. */
export declare function readOrgSettings(name: string, file: string, metadata: ProjectMetadata): boolean;
