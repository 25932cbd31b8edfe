import type { FieldMetadata } from "../metadata/custom-field.ts";
import type { ProjectMetadata } from "../metadata/project-metadata.ts";
import type { FieldDescribe } from "../schema.ts";
type SummaryType = Pick<FieldDescribe, "type" | "precision" | "scale">;
/** A count is a number; a sum, minimum or maximum is of the type of what it is taken over. */
export declare function summaryType(field: FieldMetadata, metadata: ProjectMetadata): SummaryType;
export {};
