import type { StandardObject } from "./standard-objects-types.ts";

/** What the stubs of the platform's own schema leave out: Object Reference, "EntityDefinition", "FieldDefinition", "FlowDefinitionView", "FlowVersionView". */
export function corrected(object: StandardObject): StandardObject {
  switch (object.name) {
    case "EntityDefinition":
      return {
        ...object,
        childRelationships: [
          ...object.childRelationships,
          {
            relationshipName: "Fields",
            childObject: "FieldDefinition",
            field: "EntityDefinitionId",
          },
        ],
      };
    case "FieldDefinition":
      return {
        ...object,
        fields: object.fields
          .filter(({ name }) => name !== "EntityDefinition")
          .map((field) =>
            field.name === "EntityDefinitionId"
              ? {
                  ...field,
                  referenceTo: ["EntityDefinition"],
                  relationshipName: "EntityDefinition",
                }
              : field,
          ),
      };
    case "FlowDefinitionView":
      return withLookup(
        object,
        "TriggerObjectOrEventId",
        "EntityDefinition",
        "TriggerObjectOrEvent",
      );
    case "FlowVersionView":
      return withLookup(object, "FlowDefinitionViewId", "FlowDefinitionView", "FlowDefinitionView");
    default:
      return object;
  }
}

function withLookup(
  object: StandardObject,
  name: string,
  parent: string,
  relationshipName: string,
): StandardObject {
  return {
    ...object,
    fields: object.fields.map((field) =>
      field.name === name ? { ...field, referenceTo: [parent], relationshipName } : field,
    ),
  };
}
