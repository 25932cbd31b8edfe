/** What the stubs of the platform's own schema leave out: Object Reference, "EntityDefinition", "FieldDefinition", "FlowDefinitionView". */
export function corrected(object) {
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
                    .map((field) => field.name === "EntityDefinitionId"
                    ? {
                        ...field,
                        referenceTo: ["EntityDefinition"],
                        relationshipName: "EntityDefinition",
                    }
                    : field),
            };
        case "FlowDefinitionView":
            return withLookup(object, "TriggerObjectOrEventId", "TriggerObjectOrEvent");
        default:
            return object;
    }
}
function withLookup(object, name, relationshipName) {
    return {
        ...object,
        fields: object.fields.map((field) => field.name === name
            ? { ...field, referenceTo: ["EntityDefinition"], relationshipName }
            : field),
    };
}
