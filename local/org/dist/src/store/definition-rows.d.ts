import type { Schema } from "../schema/schema.ts";
import type { Row } from "./row.ts";
/**
 * The platform's own schema as records: EntityDefinition and FieldDefinition, of the project's objects and the standard objects most
 * orgs use. Their ids are their durable ids: `Contact`, `Contact.AccountId`. Source: Object Reference, "EntityDefinition".
 */
export declare function definitionRows(schema: Schema, object: string): readonly Row[];
export declare function isDefinition(object: string): boolean;
