import type { StandardObject } from "./standard-objects-types.ts";
/** What the stubs of the platform's own schema leave out: Object Reference, "EntityDefinition", "FieldDefinition", "FlowDefinitionView". */
export declare function corrected(object: StandardObject): StandardObject;
